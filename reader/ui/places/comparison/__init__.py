"""Two to six articles side by side, with one table below whose cells lead to their passages."""
