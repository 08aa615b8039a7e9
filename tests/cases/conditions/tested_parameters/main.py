"""A helper blocks only for some arguments: flags, defaults, texts, early returns, handed on."""
import time


class Client:
    pass


def finish(wait=False):
    if wait:
        time.sleep(0.01)
    return 1


def outer(wait=False):
    return finish(wait)


def secret(name):
    if name.startswith("remote/"):
        time.sleep(0.01)
    return name


def prefixed(name):
    if name.startswith("env/"):
        name = name.replace("env/", "")
    if name.startswith("remote/"):
        time.sleep(0.01)
    return name


def early(mode):
    if mode != "slow":
        return 1
    time.sleep(0.01)
    return 2


def either(flag):
    return time.sleep(0.01) if flag else None


def optional(client=None):
    if client is None:
        time.sleep(0.01)
    return client


def changed(wait=False):
    wait = wait or bool(secret("x"))
    if wait:
        time.sleep(0.01)


async def bad_flag():
    finish(True)  # expect: AF101


async def bad_keyword():
    finish(wait=True)  # expect: AF101


async def bad_handed_on():
    outer(True)  # expect: AF101


async def bad_text():
    secret("remote/a")  # expect: AF101


async def bad_prefixed():
    prefixed("remote/a")  # expect: AF101


async def bad_prefixed_twice():
    prefixed("env/remote/a")  # expect: AF101


async def bad_mode():
    early("slow")  # expect: AF101


async def bad_choice():
    either(1)  # expect: AF101


async def bad_missing():
    optional()  # expect: AF101


async def bad_changed():
    changed()  # expect: AF101


async def bad_unknown(wait=True):
    finish(wait)  # expect: AF101


async def ok_flag():
    finish()
    finish(False)
    finish(wait=False)


async def ok_handed_on():
    outer()


async def ok_text():
    secret("local/a")
    secret("local/b")


async def ok_prefixed():
    prefixed("NAME")


async def ok_mode():
    early("fast")


async def ok_choice():
    either(0)


async def ok_given():
    optional(Client())


def somewhere(value):
    return globals().get(value)


class Job:
    def __init__(self):
        self.wait = False

    def configure(self):
        self.wait = somewhere("finish")

    async def work(self):
        finish(self.wait)  # expect: AF101


async def bad_attribute():
    job = Job()
    job.configure()
    await job.work()


async def bad_perhaps():
    wait = False
    if somewhere("finish"):
        wait = somewhere("finish")
    finish(wait)  # expect: AF101


def told_apart(name):
    if name.startswith("b"):
        return 1
    if name == "ab":
        time.sleep(0.01)
    return 2


def through(name):
    return told_apart(name)


async def ok_told_apart():
    through("aa")


async def bad_told_apart():
    through("ab")  # expect: AF101


def declared(name: str, wait: bool = False):
    finish(wait)
    return secret(name)


async def ok_declared():
    declared("a")


async def bad_declared():
    declared("a", wait=True)  # expect: AF101
