"""Packed files over bytes in memory wait for no disk.

NO_ORACLE: what reads is written in C, below what is observed.
"""
import gzip
import io
import pathlib
import tempfile

PATH = pathlib.Path(tempfile.gettempdir()) / "packed.gz"
PACKED = gzip.compress(b"12")
PATH.write_bytes(PACKED)


def unpacked(data):
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
        return packed.read()


async def ok_in_memory():
    return unpacked(PACKED)


async def ok_opened_in_memory():
    with gzip.open(io.BytesIO(PACKED)) as packed:
        return packed


async def on_disk():
    with gzip.GzipFile(PATH) as packed:  # expect: AF105
        return packed.read()  # expect: AF105


async def opened():
    with gzip.open(PATH) as packed:  # expect: AF105
        return packed.read()  # expect: AF105
