"""Things that are used alike, some of which block."""
from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from typing import TypeIs


class Console:
    def send(self):
        return None


class Camera:
    def send(self):
        time.sleep(1)


class Letter:
    def send(self):
        open("letter", "w").close()


class Fax:
    def send(self):
        time.sleep(3)


def is_console(value: object) -> TypeGuard[Console]:
    return getattr(value, "send", None) is not None and type(value).__name__ == "Console"


def is_camera(value: Any) -> TypeIs[Camera]:
    return type(value) is Camera


def is_paper(value):
    return isinstance(value, (Letter, Fax))


class Machine:
    slow = False
    kind = "machine"

    def run(self):
        raise NotImplementedError

    async def start(self):
        if self.slow:
            await asyncio.to_thread(self.run)
        else:
            self.run()


class Oven(Machine):
    slow = True
    kind = "oven"

    def run(self):
        time.sleep(1)


class Lift(Machine):
    kind = "lift"

    def run(self):
        return None
