"""Overlap: which passages stand in which articles, and which origin they go back to."""
