"""A stand-in for openai: nested resources."""

import asyncio
import time


class _Completions:
    def create(self, **kwargs):
        time.sleep(0.001)
        return {}


class _AsyncCompletions:
    async def create(self, **kwargs):
        await asyncio.sleep(0)
        return {}


class _Chat:
    def __init__(self, completions):
        self.completions = completions


class OpenAI:
    def __init__(self, **kwargs):
        self.chat = _Chat(_Completions())


class AsyncOpenAI:
    def __init__(self, **kwargs):
        self.chat = _Chat(_AsyncCompletions())
