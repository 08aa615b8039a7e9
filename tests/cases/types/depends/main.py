"""Dependencies that a framework injects."""
from typing import Annotated

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
