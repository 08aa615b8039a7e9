"""Class attributes that a call only describes; the declaration tells what they hold."""
import threading
from typing import ClassVar

import requests
from modelling import BaseModel, PrivateAttr, column

NO_ORACLE = "imports a library that does not exist"


class Server(BaseModel):
    lock: ClassVar[threading.Lock] = PrivateAttr(default=threading.Lock())
    _session: requests.Session = PrivateAttr(default_factory=requests.Session)
    title: str = column(index=True)

    async def call(self):
        with self.lock:  # expect: AF107
            self._session.get("")  # expect: AF102
            return self.title.upper()


class Client:
    lock: "threading.Lock | None" = None

    async def call(self):
        with self.lock:  # expect: AF107
            pass
