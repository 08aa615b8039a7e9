"""Dependencies that a framework injects."""
from typing import Annotated, Any, Optional

import requests
from fastapi import Depends, FastAPI

NO_ORACLE = "needs the framework"
app = FastAPI()


def get_session():
    session = requests.Session()
    try:
        yield session
    finally:
        session.close()


@app.get("/a")
async def by_default(session=Depends(get_session)):
    session.get("")  # expect: AF102


@app.get("/b")
async def by_annotation(session: Annotated[requests.Session, Depends(get_session)]):
    session.get("")  # expect: AF102


@app.get("/c")
def in_a_thread(session=Depends(get_session)):
    session.get("")


Client = Annotated[Any, Depends(get_session)]


@app.get("/d")
async def by_what_is_attached(client: Client):
    client.get("")  # expect: AF102


@app.get("/e")
async def where_the_type_says_nothing(client: Annotated[object, Depends(get_session)]):
    client.get("")  # expect: AF102


@app.get("/f")
async def where_there_may_be_none(client: Optional[Client] = None):
    if client is not None:
        client.get("")  # expect: AF102


def get_settings():
    return {"url": ""}


@app.get("/g")
async def something_else(settings: Annotated[Any, Depends(get_settings)]):
    settings.get("url")


@app.get("/h")
def in_a_thread_too(client: Client):
    client.get("")
