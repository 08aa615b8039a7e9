"""Methods that are called as parts of the language are: `enter`, `iter`."""
import time


class Interceptor:
    def enter(self, method): ...

    def iter(self): ...

    def wrap(self, following):
        async def bad_call(method):
            self.enter(method)  # expect: AF101
            self.iter()  # expect: AF101
            return await following(method)

        return bad_call


class Throttle(Interceptor):
    def enter(self, method):
        time.sleep(0.01)

    def iter(self):
        time.sleep(0.01)


async def ok_last(method=""):
    return method


async def bad_main():
    await Throttle().wrap(ok_last)("get")
