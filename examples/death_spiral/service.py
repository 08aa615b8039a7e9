"""A small service: one route computes a price with a client that blocks, one tells whether the service is well."""

import asyncio
import os
import time

from fastapi import FastAPI

app = FastAPI()
SECONDS = 0.1


def fetch_price() -> int:
    """Stands for `requests.get`: waits for another service without letting go of the thread."""
    time.sleep(SECONDS)
    return 42


if os.environ.get("MENDED"):

    @app.get("/price")
    async def price() -> int:
        return await asyncio.to_thread(fetch_price)

else:

    @app.get("/price")
    async def price() -> int:
        return fetch_price()


@app.get("/health")
async def health() -> str:
    return "ok"
