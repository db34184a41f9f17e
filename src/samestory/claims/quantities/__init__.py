"""Quantities: the numbers of a text as intervals, with what they count."""
