"""Compressed files on the disk, and in memory.

NO_ORACLE: the library opens files by a name of its own, which no recorder replaces.
"""
import bz2
import gzip
import io
import lzma


async def bad_written():
    with gzip.GzipFile("a.gz", "wb") as out:  # expect: AF105
        out.write(b"x")  # expect: AF105


async def bad_opened():
    with gzip.open("a.gz", "wb") as out:  # expect: AF105
        out.write(b"x")  # expect: AF105


async def ok_in_memory():
    with gzip.GzipFile(fileobj=io.BytesIO(), mode="wb") as out:
        out.write(b"x")


async def ok_others_in_memory():
    with bz2.BZ2File(io.BytesIO(), "wb") as out:
        out.write(b"x")
    with lzma.LZMAFile(io.BytesIO(), "wb") as packed:
        packed.write(b"x")
