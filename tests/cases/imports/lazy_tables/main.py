"""Packages that keep a table of what they import when it is asked for: by module, by pair, by full name."""
import lazy
import requests


async def bad_module():
    lazy.work()  # expect: AF101


async def bad_pair():
    lazy.rest()  # expect: AF101


async def bad_full_name():
    lazy.linger()  # expect: AF101


async def bad_absolute():
    from lazy import stay

    stay()  # expect: AF101


async def bad_of_a_library():
    lazy.Session().get("http://localhost")  # expect: AF102
    try:
        lazy.get("http://localhost")  # expect: AF102
    except requests.RequestException:
        pass


async def ok_quick():
    lazy.skip()
