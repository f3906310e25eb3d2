"""Corrections as data: for JSON, merged with what another window kept, and for evaluation."""
