"""Tables of counts: their columns, their order, how their cells are drawn."""
