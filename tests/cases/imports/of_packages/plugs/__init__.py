"""Plug-ins, by name."""
import importlib

SLOW = importlib.import_module(".slow", __name__)
OTHER = importlib.import_module(".slow", __package__)
