"""Coroutine functions that are called out of tables and through parameters: what they are passed comes from there."""

import asyncio
import inspect
import time


class Store:
    def insert(self):
        time.sleep(0.01)

    def look(self):
        return 1


class Quiet:
    def insert(self):
        return 1


class Router:
    def __init__(self):
        self._routes = {}

    def route(self, method, path):
        def register(func):
            self._routes[method, path] = func
            return func

        return register

    def post(self, path):
        return self.route("POST", path)

    def find(self, method, path):
        return self._routes[method, path]


router = Router()


@router.route("GET", "/look")
async def ok_look(app, number):
    return app.store.look() + number


@router.route("GET", "/create")
async def bad_create(app, number):
    app.store.insert()  # expect: AF101


@router.post("/create")
async def bad_post(app, number):
    app.store.insert()  # expect: AF101


class App:
    def __init__(self, store):
        self.store = store

    async def handle(self, method, path, params):
        handler = router.find(method, path)
        if inspect.iscoroutinefunction(handler):
            return await handler(self, **params)
        return await asyncio.to_thread(handler, self, **params)


async def bad_in_a_table(store):
    store.insert()  # expect: AF101


TABLE = {"insert": bad_in_a_table}


async def bad_passed(store):
    store.insert()  # expect: AF101


async def ok_passed(store):
    store.insert()


async def run(function, store):
    return await function(store)


class Consumer:
    def __init__(self, handler):
        self.handler = handler
        self.store = Store()

    async def consume(self):
        await self.handler(self.store)


class Service:
    async def bad_kept(self, store):
        store.insert()  # expect: AF101

    async def start(self):
        await Consumer(self.bad_kept).consume()


async def main():
    app = App(Store())
    await app.handle("GET", "/look", {"number": 1})
    await app.handle("GET", "/create", {"number": 1})
    await app.handle("POST", "/create", {"number": 1})
    await TABLE["insert"](Store())
    await run(bad_passed, Store())
    await run(ok_passed, Quiet())
    await Service().start()


ORACLE = [main]
