"""A module imported by its literal name."""
import importlib

clock = importlib.import_module("time")


async def bad_dynamic():
    clock.sleep(1)  # expect: AF101
