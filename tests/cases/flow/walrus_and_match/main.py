"""Assignment expressions and the captures of patterns."""
import requests


async def bad_walrus():
    if session := requests.Session():
        session.get("http://localhost")  # expect: AF102


async def bad_match(command=("get", requests.Session())):
    match command:
        case ("get", requests.Session() as session):
            session.get("http://localhost")  # expect: AF102
        case _:
            pass


def sessions():
    return {"first": requests.Session()}


async def bad_mapping():
    match sessions():
        case {"first": session}:
            session.get("http://localhost")  # expect: AF102


async def bad_sequence():
    match [requests.Session(), requests.Session()]:
        case [first, *others]:
            first.get("http://localhost")  # expect: AF102
            for other in others:
                other.get("http://localhost")  # expect: AF102
