"""Reports: made by a child process, announced over HTTP, with a pause between the tries."""

import asyncio
import subprocess

from .http import announce


async def create(customer, template):
    text = template.format(customer=customer)
    name = render(text)
    announce(customer, name)
    await asyncio.to_thread(render, text)
    return {"name": name}


def render(text):
    result = subprocess.run(["pdf", "-"], input=text, capture_output=True, text=True, check=True)
    return result.stdout
