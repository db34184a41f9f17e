"""Attributions: who says, thinks or wants what, and in which words."""
