"""Coding: the questions put to every article, from a codebook or from what the articles have in common."""
