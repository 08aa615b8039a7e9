"""However many subclasses there are, it is the different methods among them that count."""

import time
from abc import ABC, abstractmethod


class Provider(ABC):
    @abstractmethod
    def parse(self, text): ...

    @abstractmethod
    def name(self): ...


class Common(Provider):
    def parse(self, text):
        return text

    def name(self):
        return type(self).__name__


class P01(Common): ...


class P02(Common): ...


class P03(Common): ...


class P04(Common): ...


class P05(Common): ...


class P06(Common): ...


class P07(Common): ...


class P08(Common): ...


class P09(Common): ...


class P10(Common): ...


class P11(Common): ...


class P12(Common): ...


class P13(Common): ...


class P14(Common): ...


class P15(Common): ...


class P16(Common): ...


class P17(Common): ...


class Polling(Common):
    def parse(self, text):
        time.sleep(0.01)
        return text


async def handle(provider: Provider):
    provider.name()
    return provider.parse("")  # expect: AF101


async def bad_one_among_many(provider=None):
    await handle(Polling())


async def ok_names(provider: Provider = P01()):
    provider.name()
