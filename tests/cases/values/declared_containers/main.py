"""What a container is declared to hold says less than what is put into it: heirs and callables differ."""
import abc
import time
from dataclasses import dataclass
from typing import Any, Callable


class Channel(abc.ABC):
    @abc.abstractmethod
    def send(self, text): ...


class Net(Channel):
    def send(self, text):
        time.sleep(0.01)


class Memory(Channel):
    def send(self, text):
        return text


class Notifier:
    def __init__(self, channels: list[Channel]) -> None:
        self.channels = channels

    def notify(self, text):
        for channel in self.channels:
            channel.send(text)


class Spread:
    def __init__(self, *channels: Channel) -> None:
        self.channels = channels

    def notify(self, text):
        for channel in self.channels:
            channel.send(text)


class Named:
    def __init__(self, channels: "dict[str, Channel] | None" = None) -> None:
        self.channels = channels or {}

    def notify(self, text):
        for channel in self.channels.values():
            channel.send(text)


def notify(channels: list[Channel], text):
    for channel in channels:
        channel.send(text)


@dataclass
class Step:
    name: str
    fn: Callable[[Any], Any]

    def __call__(self, value):
        return self.fn(value)


@dataclass
class Pipeline:
    steps: list[Step]

    def run(self, value):
        for step in self.steps:
            value = step(value)
        return value


def nap(value):
    time.sleep(0.01)
    return value


async def bad_notifier():
    Notifier([Net()]).notify("x")  # expect: AF101


async def bad_spread():
    Spread(Memory(), Net()).notify("x")  # expect: AF101


async def bad_named():
    Named({"net": Net()}).notify("x")  # expect: AF101


async def bad_function():
    notify([Net()], "x")  # expect: AF101


async def bad_steps():
    Pipeline([Step("nap", nap)]).run("x")  # expect: AF101


async def bad_from_outside(channels: "list[Channel]" = [Net()]):
    for channel in channels:
        channel.send("x")  # expect: AF101


async def ok_notifier():
    Notifier([Memory()]).notify("x")
    Spread(Memory()).notify("x")
    Named({"memory": Memory()}).notify("x")
    notify([Memory()], "x")


async def ok_steps():
    Pipeline([Step("len", len)]).run("x")
