"""Class methods that ask the class for what its subclasses tell, of classes that are looked up in a list."""
import time
from typing import Type


class Model:
    @classmethod
    def list_models(cls):
        time.sleep(0.01)
        return [cls]


class Provider:
    kind = ""

    @classmethod
    def models(cls) -> list[Type[Model]]:
        return []

    @classmethod
    def cards(cls):
        found = []
        for model in cls.models():
            found.extend(model.list_models())
        return found

    @classmethod
    def first(cls):
        return cls.models()[0].list_models()


class Empty(Provider):
    kind = "empty"


class Full(Provider):
    kind = "full"

    @classmethod
    def models(cls) -> list[Type[Model]]:
        return [Model]


class Providers:
    _classes: list[Type[Provider]] = [Empty, Full]

    @classmethod
    def of(cls, kind):
        for provider in cls._classes:
            if provider.kind == kind:
                return provider
        return None


async def bad_looked_up():
    provider = Providers.of("full")
    if provider is None:
        raise ValueError(provider)
    provider.cards()  # expect: AF101


async def bad_named():
    Full.cards()  # expect: AF101
    Full.first()  # expect: AF101


async def ok_named():
    Empty.cards()


async def declared(provider: Type[Provider]):
    return provider.cards()  # expect: AF101


async def bad_declared():
    await declared(Full)
