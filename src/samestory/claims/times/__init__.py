"""Times: the dates, times, durations and sets of a text, as TIMEX3."""
