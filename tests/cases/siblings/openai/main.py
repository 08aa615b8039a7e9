"""Nested resources of the two OpenAI clients."""
import openai
from openai import AsyncOpenAI, OpenAI


async def bad_sync():
    client = OpenAI()
    client.chat.completions.create(model="m")  # expect: AF102


async def ok_async():
    client = AsyncOpenAI()
    await client.chat.completions.create(model="m")


class Bot:
    def __init__(self):
        self.client = openai.OpenAI()

    async def answer(self):
        return self.client.chat.completions.create(model="m")  # expect: AF102


async def bad_bot():
    await Bot().answer()
