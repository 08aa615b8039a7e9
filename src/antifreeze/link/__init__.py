"""Linking: summaries to a program in which names, attributes and calls resolve to values."""
