"""A test of what only one branch has made stands for the test that this branch stood under."""
import time


class Client:
    def get(self):
        time.sleep(0.01)


def if_made(remote=False):
    client = None
    if remote:
        client = Client()
    if client is not None:
        client.get()


def if_chosen(remote=False):
    client = Client() if remote else None
    if client:
        time.sleep(0.01)


def else_made(remote=True):
    if not remote:
        client = None
    else:
        client = Client()
    if client is None:
        return
    client.get()


def either_way(remote=False):
    client = None
    if remote:
        client = Client()
    if client is None:
        client = Client()
    client.get()


def in_turns(ready=False):
    for _ in range(2):
        if ready:
            time.sleep(0.01)
        ready = True


def made_in_turns(remote=False):
    client = None
    for _ in range(2):
        if client is not None:
            client.get()
        client = Client()


async def bad_made():
    if_made(True)  # expect: AF101


async def ok_made():
    if_made()


async def bad_chosen():
    if_chosen(remote=True)  # expect: AF101


async def ok_chosen():
    if_chosen(remote=False)


async def bad_else():
    else_made()  # expect: AF101


async def ok_else():
    else_made(False)


async def bad_either_way():
    either_way(False)  # expect: AF101


async def bad_in_turns():
    in_turns(False)  # expect: AF101


async def bad_made_in_turns():
    made_in_turns()  # expect: AF101
