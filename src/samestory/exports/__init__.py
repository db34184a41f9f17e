"""Exports: a run's results in the formats of other programs, one module per format."""
