"""A parameter that is declared as a file may be one in memory."""
import io
import json
import os
import shutil
import tempfile
from typing import IO

PATH = os.path.join(tempfile.gettempdir(), "antifreeze-declared-files")
with open(PATH, "w") as made:
    made.write("{}")


def dump(document, target: IO[str]):
    json.dump(document, target)


def copy(source: IO[bytes], target: IO[bytes]):
    shutil.copyfileobj(source, target)


async def bad_dump():
    with open(PATH, "w") as target:  # expect: AF105
        dump({}, target)  # expect: AF105


async def bad_copy():
    with open(PATH, "wb") as target:  # expect: AF105
        copy(io.BytesIO(b"{}"), target)  # expect: AF105


async def ok_memory():
    dump({}, io.StringIO())
    copy(io.BytesIO(b"x"), io.BytesIO())
    json.load(io.StringIO("{}"))
