"""httpx.Client and httpx.AsyncClient."""
import httpx


async def bad_sync():
    with httpx.Client() as client:
        client.get("http://localhost")  # expect: AF102


async def bad_function():
    httpx.get("http://localhost")  # expect: AF102
