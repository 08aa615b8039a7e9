"""Solving: a linked program and a catalog to findings."""
