"""Connections of libraries that are entered: leaving one commits; heirs inherit that, unless they do it themselves."""
import psycopg2.extensions

NO_ORACLE = "the library is not installed"


class Connection(psycopg2.extensions.connection):
    """Inherits how it is entered and left."""

    def close(self):
        return None


class Quiet(psycopg2.extensions.connection):
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None


async def bad_library(connection: psycopg2.extensions.connection):
    with connection:  # expect: AF104
        pass


async def bad_heir(connection: Connection):
    with connection:  # expect: AF104
        pass


async def ok_own(connection: Quiet):
    with connection:
        pass
