"""A stand-in for httpx: the sync client waits, the async one awaits."""

import asyncio
import time


class Response:
    status_code = 200

    def json(self):
        return {}


class Client:
    def get(self, url, **kwargs):
        time.sleep(0.001)
        return Response()

    post = put = delete = get

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


def get(url, **kwargs):
    time.sleep(0.001)
    return Response()


class AsyncClient:
    async def get(self, url, **kwargs):
        await asyncio.sleep(0)
        return Response()

    post = put = delete = get

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return None

    async def aclose(self):
        return None
