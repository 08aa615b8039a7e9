"""Containers that are declared without the types of their items, or with `Any`, hold what they are given."""
import time
from collections.abc import Mapping, Sequence
from typing import Any, List


def slow():
    time.sleep(0.01)


def quick():
    return None


def of_list(jobs: list):
    for job in jobs:
        job()


def of_old_list(jobs: List):
    for job in jobs:
        job()


def of_dict(jobs: dict):
    for job in jobs.values():
        job()


def of_tuple(jobs: tuple):
    jobs[0]()


def of_anything(jobs: dict[str, Any]):
    jobs["a"]()


def of_sequence(jobs: Sequence[Any]):
    for job in jobs:
        job()


def of_mapping(jobs: Mapping):
    jobs["a"]()


def of_inner(jobs: dict[str, list]):
    for job in jobs["a"]:
        job()


class Store(dict):
    def get(self, key, default=None):
        time.sleep(0.01)
        return default


def asks(config: dict):
    return config.get("a")


async def bad_lists():
    of_list([slow])  # expect: AF101
    of_old_list([slow])  # expect: AF101
    of_tuple((slow,))  # expect: AF101
    of_sequence([slow])  # expect: AF101


async def bad_dicts():
    of_dict({"a": slow})  # expect: AF101
    of_anything({"a": slow})  # expect: AF101
    of_mapping({"a": slow})  # expect: AF101
    of_inner({"a": [slow]})  # expect: AF101


async def bad_own_dict():
    asks(Store())  # expect: AF101


async def ok_quick():
    of_list([quick])
    of_dict({"a": quick})
    of_tuple((quick,))
    of_anything({"a": quick})
    of_mapping({"a": quick})
    of_inner({"a": [quick]})
    asks({"a": 1})
