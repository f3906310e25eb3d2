"""The bars of the window: commands, menus, search, whose words are marked, what is being done."""
