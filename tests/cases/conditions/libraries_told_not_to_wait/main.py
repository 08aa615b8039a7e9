"""Calls that are told not to wait: by an argument, a flag, or when their object was made."""
import multiprocessing.connection
import signal
import threading

import fasteners
import lmdb
import paramiko
import pexpect
import portalocker
import psutil
import pycurl
import pymemcache
import pymysql
import serial
import wandb
import zmq
from email_validator import validate_email
from filelock import FileLock
from github import Github
from jira import JIRA
from ldclient import LDClient
from psycopg_pool import ConnectionPool
from websockets.sync.client import ClientConnection

NO_ORACLE = "the libraries are not installed"


async def bad_locks(file):
    lock = FileLock("a.lock", timeout=10)
    lock.acquire()  # expect: AF107
    with lock:  # expect: AF107
        pass
    fasteners.InterProcessLock("a").acquire()  # expect: AF107
    portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE)  # expect: AF107
    portalocker.Lock("a").acquire()  # expect: AF107


async def ok_locks(file):
    lock = FileLock("a.lock", timeout=0)
    lock.acquire()
    with lock:
        pass
    FileLock("a.lock").acquire(blocking=False)
    FileLock("a.lock", blocking=False).acquire()
    fasteners.InterProcessLock("a").acquire(blocking=False)
    portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
    portalocker.Lock("a").acquire(fail_when_locked=True)
    portalocker.Lock("a", fail_when_locked=True).acquire()


async def bad_sockets(context: zmq.Context):
    socket = context.socket(zmq.PULL)
    socket.recv()  # expect: AF103
    socket.poll(100)  # expect: AF103
    socket.send_json({}, zmq.SNDMORE)  # expect: AF103


async def ok_sockets(context: zmq.Context):
    socket = context.socket(zmq.PULL)
    socket.recv(zmq.NOBLOCK)
    socket.recv_string(flags=zmq.DONTWAIT)
    socket.send_json({}, zmq.SNDMORE | zmq.NOBLOCK)
    socket.poll(0)


async def bad_port():
    port = serial.Serial("/dev/ttyUSB0", 9600, timeout=1)  # expect: AF110
    port.read(10)  # expect: AF110
    port.write(b"x")  # expect: AF110


async def ok_port():
    closed = serial.Serial()
    closed.baudrate = 9600


class Port:
    def __init__(self):
        self.port = serial.Serial("/dev/ttyUSB0", timeout=0, write_timeout=0)

    async def ok_use(self):
        self.port.write(b"x")
        return self.port.read(10)


async def bad_peers(transport: paramiko.Transport, child: pexpect.spawn, peer: ClientConnection):
    transport.auth_password("user", "secret")  # expect: AF103
    child.expect("x")  # expect: AF106
    child.read_nonblocking(10)  # expect: AF106
    peer.recv()  # expect: AF103


async def ok_peers(transport: paramiko.Transport, child: pexpect.spawn, peer: ClientConnection):
    transport.auth_password("user", "secret", event=threading.Event())
    await child.expect("x", async_=True)
    child.read_nonblocking(10, timeout=0)
    peer.recv(timeout=0)


async def bad_clients(curls: pycurl.CurlMulti, env: lmdb.Environment, pool: ConnectionPool, forge: Github):
    cache = pymemcache.Client("localhost")
    cache.set("a", 1)  # expect: AF104
    cache.get("a")  # expect: AF104
    pymysql.connect(host="db")  # expect: AF104
    curls.select(1.0)  # expect: AF102
    env.begin(write=True)  # expect: AF104
    pool.open(wait=True)  # expect: AF104
    forge.get_repo("a/b")  # expect: AF102
    JIRA("https://jira")  # expect: AF102
    validate_email("a@b.c")  # expect: AF103
    LDClient(None)  # expect: AF102
    wandb.init(project="a")  # expect: AF102


async def ok_clients(
    cache: pymemcache.Client, curls: pycurl.CurlMulti, env: lmdb.Environment, pool: ConnectionPool, forge: Github
):
    cache.set("a", 1, noreply=True)
    pymysql.connect(host="db", defer_connect=True)
    curls.select(0)
    env.begin()
    pool.open()
    forge.get_repo("a/b", lazy=True)
    validate_email("a@b.c", check_deliverability=False)
    LDClient(None, start_wait=0)
    wandb.init(project="a", mode="disabled")


async def bad_system(listeners, condition: threading.Condition):
    multiprocessing.connection.wait(listeners)  # expect: AF110
    signal.sigtimedwait([signal.SIGINT], 5)  # expect: AF110
    condition.wait(timeout=2)  # expect: AF107
    psutil.wait_procs([])  # expect: AF106


async def ok_system(listeners, condition: threading.Condition):
    multiprocessing.connection.wait(listeners, timeout=0)
    signal.sigtimedwait([signal.SIGINT], 0)
    condition.wait(timeout=0)
    psutil.wait_procs([], 0)
