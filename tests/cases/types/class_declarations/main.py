"""Declared attributes: class level, dataclass, NamedTuple."""
from dataclasses import dataclass, field
from typing import NamedTuple

import requests


class Declared:
    session: requests.Session

    async def fetch(self):
        self.session.get("http://localhost")  # expect: AF102


@dataclass
class Data:
    session: requests.Session = field(default_factory=requests.Session)

    async def fetch(self):
        self.session.get("http://localhost")  # expect: AF102


class Named(NamedTuple):
    session: requests.Session

    async def fetch(self):
        self.session.get("http://localhost")  # expect: AF102


async def bad_all():
    declared = Declared()
    declared.session = requests.Session()
    await declared.fetch()
    await Data().fetch()
    await Named(requests.Session()).fetch()
