"""Annotations in all their forms."""
from __future__ import annotations

from typing import Annotated, Optional, Union

import requests

NO_ORACLE = "annotated parameters, which nobody passes"


async def plain(session: requests.Session):
    session.get("")  # expect: AF102


async def optional(session: Optional[requests.Session] = None):
    session.get("")  # expect: AF102


async def union(session: Union[requests.Session, None]):
    session.get("")  # expect: AF102


async def pipe(session: requests.Session | None):
    session.get("")  # expect: AF102


async def annotated(session: Annotated[requests.Session, "meta"]):
    session.get("")  # expect: AF102


async def quoted(session: "requests.Session"):
    session.get("")  # expect: AF102


async def nested(sessions: "list[requests.Session]", table: dict[str, requests.Session]):
    sessions[0].get("")  # expect: AF102
    table["a"].get("")  # expect: AF102
    for session in sessions:
        session.get("")  # expect: AF102
    for _, session in table.items():
        session.get("")  # expect: AF102


async def unknown(session):
    session.get("")
