"""A module's singleton, made lazily."""
from typing import Optional

import requests

_session: Optional[requests.Session] = None


def session() -> requests.Session:
    global _session
    if _session is None:
        _session = requests.Session()
    return _session


async def bad_singleton():
    session().get("http://localhost")  # expect: AF102
