"""A stand-in for anyio."""

from . import to_thread
