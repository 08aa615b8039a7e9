"""Values that travel through builtins."""
import requests

sessions = [requests.Session()]


async def bad_enumerate():
    for _, session in enumerate(sessions):
        session.get("http://localhost")  # expect: AF102


async def bad_zip():
    for _, session in zip([1], sessions):
        session.get("http://localhost")  # expect: AF102
