"""An annotation that says more than what is assigned: which of the classes of a registry is meant."""

import asyncio
import time


class Model:
    def predict(self) -> None:
        raise NotImplementedError


class Fast(Model):
    def predict(self) -> None:
        return None


class Slow(Model):
    def predict(self) -> None:
        time.sleep(0.01)


class Registry:
    def __init__(self) -> None:
        self.models: dict[str, Model] = {}

    def register(self, name: str, model: Model) -> None:
        self.models[name] = model

    def __getitem__(self, name: str) -> Model:
        return self.models[name]


registry = Registry()
registry.register("fast", Fast())
registry.register("slow", Slow())


def named(name: str) -> Model:
    return Fast() if name == "fast" else Slow()


class Service:
    def __init__(self, name: str) -> None:
        self.model: Fast = registry[name]

    def run(self) -> None:
        self.model.predict()


async def ok_local() -> None:
    fast: Fast = registry["fast"]
    fast.predict()


async def ok_attribute() -> None:
    Service("fast").run()


async def ok_of_several() -> None:
    fast: Fast = named("f" + "ast")
    fast.predict()


async def ok_in_a_thread() -> None:
    slow: Slow = registry["slow"]
    await asyncio.to_thread(slow.predict)


async def bad_any(name: str = "slow") -> None:
    registry[name].predict()  # expect: AF101


async def bad_local() -> None:
    slow: Slow = registry["slow"]
    slow.predict()  # expect: AF101


async def bad_base() -> None:
    model: Model = registry["slow"]
    model.predict()  # expect: AF101


async def bad_of_another() -> None:
    slow: Fast = Slow()
    slow.predict()  # expect: AF101
