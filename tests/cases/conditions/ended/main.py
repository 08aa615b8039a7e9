"""Waiting for what has ended waits for nothing."""
import asyncio
import multiprocessing
import subprocess
import threading

NO_ORACLE = "what the cases wait for has ended: nothing shows that they do not wait"


def work():
    return 1


async def bad_running():
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()  # expect: AF107


async def bad_child(child: subprocess.Popen):
    child.wait()  # expect: AF106


async def ok_thread():
    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.1)
    thread.join()


async def ok_process():
    process = multiprocessing.Process(target=work)
    if not process.is_alive():
        process.join()


async def ok_child(child: subprocess.Popen):
    while child.poll() is None:
        await asyncio.sleep(0.1)
    return child.wait()


async def ok_asked(child: subprocess.Popen):
    if child.poll() is not None:
        return child.wait()
    return None
