"""What is put into a container that is declared tells more than its declaration: nothing else is in it."""
from __future__ import annotations

import time

PARSERS: dict[str, type[Parser]] = {}
READERS: dict[str, type[Reader]] = {}


def parser(suffix):
    def register(cls):
        PARSERS[suffix] = cls
        return cls

    return register


class Parser:
    def parse(self):
        raise NotImplementedError


@parser(".a")
class Quick(Parser):
    def parse(self):
        return 1


class Unregistered(Parser):
    def parse(self):
        time.sleep(1)


class Reader:
    def read(self):
        raise NotImplementedError


class Slow(Reader):
    def read(self):
        time.sleep(1)


def add(name, cls):
    READERS[name] = cls


add("slow", Slow)


class Shelf:
    def __init__(self):
        self.parsers: list[Parser] = []

    def put(self, parser):
        self.parsers.append(parser)

    def parse(self):
        for parser in self.parsers:
            parser.parse()


async def ok_registered():
    PARSERS[".a"]().parse()


async def bad_registered():
    READERS["slow"]().read()  # expect: AF101


async def ok_shelf():
    shelf = Shelf()
    shelf.put(Quick())
    shelf.parse()


async def ok_unregistered():
    return Unregistered()
