"""What grammar shows beside the lists: hedges, passives, scare quotes."""
