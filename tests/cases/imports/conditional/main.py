"""Alternatives: whichever is imported, the call may block."""
try:
    from fast import load
except ImportError:
    from slow import load


async def bad_either():
    load()  # expect: AF105
