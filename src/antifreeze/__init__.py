"""Find blocking calls that can run on the asyncio event loop."""

__version__ = "0.1.0"
