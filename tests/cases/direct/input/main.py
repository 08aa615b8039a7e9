"""Waiting for a person."""


async def bad_input():
    return input("name? ")  # expect: AF109
