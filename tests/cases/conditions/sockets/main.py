"""A socket that was set to non-blocking."""
import socket


async def ok_nonblocking():
    connection = socket.socket()
    connection.setblocking(False)
    connection.recv(1)


async def ok_timeout_zero():
    connection = socket.socket()
    connection.settimeout(0)
    connection.recv(1)


async def bad_blocking():
    connection = socket.socket()
    connection.recv(1)  # expect: AF103


class Peer:
    def __init__(self):
        self.connection = socket.socket()
        self.connection.setblocking(False)

    async def read(self):
        return self.connection.recv(1)


async def ok_attribute():
    await Peer().read()
