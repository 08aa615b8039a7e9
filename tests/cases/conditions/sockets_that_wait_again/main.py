"""A socket that does not wait, or waits again: the last that was said of it here counts."""
import asyncio
import socket

NO_ORACLE = "what a socket's methods do cannot be recorded: its class is written in C"


class Pair:
    def __init__(self):
        self.near, self.far = socket.socketpair()
        self.near.setblocking(False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.near.close()
        self.far.close()

    def peek(self):
        try:
            return self.near.recv(1)
        except BlockingIOError:
            return b""

    def ask(self):
        self.near.settimeout(0.01)
        try:
            return self.near.recv(1)
        except TimeoutError:
            return b""

    def again(self):
        self.near.settimeout(0.01)
        self.near.setblocking(False)
        try:
            return self.near.recv(1)
        except BlockingIOError:
            return b""


async def ok_peek():
    with Pair() as pair:
        pair.peek()


async def bad_ask():
    with Pair() as pair:
        pair.ask()  # expect: AF103


async def ok_again():
    with Pair() as pair:
        pair.again()


async def bad_here():
    near, far = socket.socketpair()
    with near, far:
        near.settimeout(0)
        near.setblocking(True)
        far.setblocking(False)
        await asyncio.get_running_loop().sock_sendall(far, b"x")
        near.recv(1)  # expect: AF103
