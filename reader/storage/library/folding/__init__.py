"""Folding: near copies, agency copy and versions of one address under the one in front."""
