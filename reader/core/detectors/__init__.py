"""What grammar shows beside the lists: hedges, passives, compounds, scare quotes."""
