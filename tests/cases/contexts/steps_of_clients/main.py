"""What an asynchronous client or engine calls between its waits: steps of authentication, listeners."""

import asyncio
import time
from pathlib import Path

import httpx
from sqlalchemy import Connection, MetaData, event
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session

NO_ORACLE = "needs the libraries"

engine = create_async_engine("sqlite+aiosqlite:///a.db")


class FromFile(httpx.Auth):
    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def auth_flow(self, request):
        request.headers["Authorization"] = self.path.read_text()  # expect: AF105
        yield request


class OfBothKinds(httpx.Auth):
    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def auth_flow(self, request):
        request.headers["Authorization"] = self.path.read_text()
        yield request

    async def async_auth_flow(self, request):
        request.headers["Authorization"] = await asyncio.to_thread(self.path.read_text)
        yield request


@event.listens_for(engine.sync_engine, "before_cursor_execute")
def note(*given):
    time.sleep(0.05)  # expect: AF101


def note_connection(*given):
    time.sleep(0.05)  # expect: AF101


event.listen(engine.sync_engine, "connect", note_connection)


@event.listens_for(engine.sync_engine, "begin")
def begun(connection: Connection):
    connection.exec_driver_sql("BEGIN")


def imported(session: Session) -> int:
    rows = Path("rows.txt").read_text().split()  # expect: AF105
    session.flush()
    return len(rows)


async def ask_database():
    async with AsyncSession(engine) as session:
        await session.run_sync(MetaData().create_all)
        return await session.run_sync(imported)


async def ask():
    async with httpx.AsyncClient(auth=FromFile("a")) as client:
        return await client.get("https://example.com", auth=OfBothKinds("b"))
