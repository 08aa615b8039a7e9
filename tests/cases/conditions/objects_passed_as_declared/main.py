"""Whether what a declared parameter is asked blocks is told by the object that is passed, or by what is done with it."""
import concurrent.futures
import queue
import socket
from dataclasses import dataclass, field

import serial

NO_ORACLE = "nobody sends to the socket, and no port is attached"


@dataclass
class State:
    texts: queue.Queue
    others: queue.Queue = field(default_factory=queue.Queue)


class Reader:
    def __init__(self, port: serial.Serial):
        self.port = port

    def read(self):
        return self.port.read(10)


def put(texts: "queue.Queue[int] | None"):
    if texts is not None:
        texts.put(1)


def pull(sock: socket.socket):
    return sock.recv(10)


def pull_what_there_is(sock: socket.socket):
    sock.setblocking(False)
    return sock.recv(10)


def result(future: concurrent.futures.Future):
    return future.result()


async def ok_unbounded():
    put(queue.Queue())
    state = State(texts=queue.Queue())
    state.texts.put("a")
    state.others.put("a")


async def bad_bounded():
    put(queue.Queue(1))  # expect: AF107
    State(texts=queue.Queue(3)).texts.put("a")  # expect: AF107


async def bad_unknown(state: State, reader: Reader, sock: socket.socket):
    state.texts.put("a")  # expect: AF107
    reader.read()  # expect: AF110
    pull(sock)  # expect: AF103


async def ok_told_not_to_wait():
    sock = socket.socket()
    sock.setblocking(False)
    pull(sock)
    pull_what_there_is(socket.socket())


async def bad_as_it_is():
    sock = socket.socket()
    pull(sock)  # expect: AF103


async def bad_ports():
    Reader(serial.Serial("a", timeout=3)).read()  # expect: AF110, AF110


async def bad_opened_alone():
    Reader(serial.Serial("a", timeout=0)).read()  # expect: AF110


async def bad_waits_once(futures: "list[concurrent.futures.Future]"):
    for future in concurrent.futures.as_completed(futures):  # expect: AF107
        result(future)


async def bad_pending(pool: concurrent.futures.ThreadPoolExecutor):
    result(pool.submit(print))  # expect: AF107
