"""Decorators of libraries that make properties."""

import asyncio
import time

from pyramid.decorator import reify
from sqlalchemy.util import memoized_property

NO_ORACLE = "needs the libraries"


class Services:
    @memoized_property
    def gateway(self):
        time.sleep(0.05)
        return 1

    @reify
    def secret(self):
        time.sleep(0.05)
        return 2

    @memoized_property
    def name(self):
        return "a"


async def bad_read(services: Services):
    services.gateway  # noqa: B018  # expect: AF101
    return services.secret  # expect: AF101


async def ok_read(services: Services):
    await asyncio.to_thread(lambda: services.gateway)
    return services.name
