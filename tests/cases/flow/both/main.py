"""What `x and y` can be: `y` where `x` holds, or an `x` that is false and has nothing to call."""
import time


class Client:
    def __init__(self, url):
        self.url = url

    def get(self):
        time.sleep(0.01)


class Quiet:
    def get(self):
        return 1


class Settings:
    url = "http://localhost"
    debug = False
    quick = True


def client_of(settings):
    return settings and settings.url and Client(settings.url)


def fetch(client=None):
    return client and client.get()


def wait(seconds, enabled=True):
    if enabled and seconds:
        time.sleep(seconds)


def chosen(first, second):
    return (first and second).get()


async def bad_second():
    client = Settings.url and Client(Settings.url)
    client.get()  # expect: AF101


async def bad_third():
    client_of(Settings()).get()  # expect: AF101


async def bad_called():
    fetch(Client("http://localhost"))  # expect: AF101


async def bad_wait():
    wait(0.01)  # expect: AF101


async def bad_chosen():
    chosen(Quiet(), Client(""))  # expect: AF101


async def bad_flag():
    client = Settings.quick and Client("")
    client.get()  # expect: AF101


async def ok_false():
    client = Settings.debug and Client("")
    if client:
        client.get()


async def ok_called():
    fetch()
    fetch(Quiet())
    fetch(None)


async def ok_wait():
    wait(0.01, False)
    wait(0)


async def ok_chosen():
    chosen(Client(""), Quiet())


async def ok_literal():
    wait(Settings.quick and 0)
    wait(None and 0.01)
