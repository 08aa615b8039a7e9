"""A TLS context reads certificates from the disk."""
import ssl


async def bad_context():
    return ssl.create_default_context()  # expect: AF105
