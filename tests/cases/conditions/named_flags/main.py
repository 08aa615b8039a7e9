"""Flags by which a call is told not to wait, alone or beside others."""
import fcntl
import os
import socket

import portalocker
import zmq

NO_ORACLE = "the calls wait for children, locks and peers that nothing stands in for"
MODE = fcntl.LOCK_EX | fcntl.LOCK_NB


async def bad_waits(file, child, peer: socket.socket):
    fcntl.flock(file, fcntl.LOCK_EX)  # expect: AF107
    os.waitpid(child, 0)  # expect: AF106
    os.spawnlp(os.P_WAIT, "ls", "ls")  # expect: AF106
    peer.recv(10, socket.MSG_PEEK)  # expect: AF103


async def ok_asks(file, child, peer: socket.socket):
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(file, MODE)
    fcntl.flock(file, fcntl.LOCK_UN)
    fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    os.waitpid(child, os.WNOHANG)
    os.waitpid(child, os.WNOHANG | os.WUNTRACED)
    os.spawnlp(os.P_NOWAIT, "ls", "ls")
    peer.recv(10, socket.MSG_DONTWAIT)
    return peer.recv(10, socket.MSG_PEEK | socket.MSG_DONTWAIT)


async def bad_of_libraries(file):
    portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE)  # expect: AF107
    zmq.Context().socket(zmq.PULL).recv(zmq.COPY)  # expect: AF103


async def ok_of_libraries(file):
    portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
    zmq.Context().socket(zmq.PULL).recv(zmq.DONTWAIT)
