"""Calling a provider of a container makes, or calls, what the provider was given."""

import time

from dependency_injector import containers, providers
from dependency_injector.wiring import Provide, inject

NO_ORACLE = "needs the framework"


class Gateway:
    def __init__(self, url=""):
        self.url = url

    def call(self):
        time.sleep(0.05)

    def name(self):
        return self.url


class Slow:
    def __init__(self):
        time.sleep(0.05)


def connect():
    time.sleep(0.05)


class Container(containers.DeclarativeContainer):
    config = providers.Configuration()
    gateway = providers.Singleton(Gateway, url=config.url)
    slow = providers.Factory(Slow)
    connected = providers.Callable(connect)


container = Container()


async def bad_made():
    container.gateway().call()  # expect: AF101
    Container.gateway().call()  # expect: AF101


async def bad_making():
    container.slow()  # expect: AF101
    container.connected()  # expect: AF101


@inject
async def bad_injected(gateway: Gateway = Provide[Container.gateway]):
    gateway.call()  # expect: AF101


async def ok_made():
    container.config.url()
    return container.gateway().name()
