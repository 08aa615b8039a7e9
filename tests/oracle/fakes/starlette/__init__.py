"""A stand-in for starlette."""
