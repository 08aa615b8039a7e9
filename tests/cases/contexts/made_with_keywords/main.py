"""What a library makes, or runs, with the arguments that it is given together with a class or a function."""

import time

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware

NO_ORACLE = "needs the frameworks"


class FileLog:
    def write_down(self, line):
        with open("audit.log", "a") as log:
            log.write(line)


class Memory:
    def __init__(self):
        self.lines = []

    def write_down(self, line):
        self.lines.append(line)


class Audit(BaseHTTPMiddleware):
    def __init__(self, app, log):
        super().__init__(app)
        self.log = log

    async def dispatch(self, request, call_next):
        self.log.write_down(request.url.path)  # expect: AF105, AF105
        return await call_next(request)


class Quiet(BaseHTTPMiddleware):
    def __init__(self, app, log):
        super().__init__(app)
        self.log = log

    async def dispatch(self, request, call_next):
        self.log.write_down(request.url.path)
        return await call_next(request)


class Throttle:
    def __init__(self, app, limit):
        self.app = app
        self.limit = limit

    def pause(self):
        self.limit.wait_a_while()


class ByPlace(Throttle):
    async def __call__(self, scope, receive, send):
        self.pause()  # expect: AF101
        await self.app(scope, receive, send)


class Limit:
    def wait_a_while(self):
        time.sleep(1)


api = FastAPI()
api.add_middleware(Audit, log=FileLog())
api.add_middleware(Quiet, log=Memory())
app = Starlette(middleware=[Middleware(ByPlace, Limit())])


class Device:
    def poll(self):
        time.sleep(1)


class Sensor:
    def poll(self):
        return 1


async def poll_device(device):
    device.poll()  # expect: AF101


async def poll_by_name(device):
    device.poll()  # expect: AF101


async def poll_sensor(device):
    device.poll()


async def schedule():
    scheduler = AsyncIOScheduler()
    scheduler.add_job(poll_device, "interval", args=[Device()], seconds=5)
    scheduler.add_job(func=poll_by_name, trigger="interval", kwargs={"device": Device()}, seconds=5)
    scheduler.add_job(poll_sensor, "interval", args=(Sensor(),), seconds=5)
