"""Proxies and descriptors of one class, told apart by what each was made with."""
import time


class Disk:
    def put(self):
        time.sleep(0.01)


class Memory:
    def put(self):
        return 1


class Proxy:
    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, name):
        return getattr(self._inner, name)


class Method:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        return lambda *args: self.function(instance, *args)


class Bound:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        def call():
            return self.function(instance)

        return call


class Tool:
    @Method
    def slow(self):
        time.sleep(0.01)

    @Method
    def quick(self):
        return 1

    @Bound
    def slow_too(self):
        time.sleep(0.01)

    @Bound
    def quick_too(self):
        return 1


async def bad_proxy():
    Proxy(Disk()).put()  # expect: AF101


async def ok_proxy():
    Proxy(Memory()).put()


async def bad_method():
    Tool().slow()  # expect: AF101


async def bad_bound():
    Tool().slow_too()  # expect: AF101


async def ok_methods():
    Tool().quick()
    Tool().quick_too()
