"""A file in memory blocks nobody, also behind a helper and inside an archive."""
import csv
import configparser
import io
import os
import pickle
import tempfile
import zipfile
from pathlib import Path

NO_ORACLE = "the recorders' files hold no pickle"

PATH = os.path.join(tempfile.gettempdir(), "antifreeze-case.pickle")
Path(PATH).write_bytes(pickle.dumps(1))


def load(file):
    return pickle.load(file)


async def bad_helper():
    with open(PATH, "rb") as file:  # expect: AF105
        load(file)  # expect: AF105


async def ok_helper():
    load(io.BytesIO(pickle.dumps(1)))


async def ok_archive():
    with zipfile.ZipFile(io.BytesIO(), "w") as archive:
        archive.writestr("a", b"x")


async def ok_rows():
    writer = csv.DictWriter(io.StringIO(), ["a"])
    writer.writeheader()
    writer.writerows([{"a": 1}])


async def ok_rows_of_anything(response):
    csv.writer(response).writerow(["a"])


async def bad_rows():
    with open(os.devnull, "w") as file:  # expect: AF105
        writer = csv.writer(file)
        writer.writerow(["a"])  # expect: AF105
        named = csv.DictWriter(file, ["a"])
        named.writeheader()  # expect: AF105
        named.writerows([{"a": 1}])  # expect: AF105


async def ok_document():
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(b""))


async def bad_document():
    from pypdf import PdfReader

    return PdfReader(PATH)  # expect: AF105


async def ok_compressed():
    import gzip

    with gzip.open(io.BytesIO(), "wb") as file:
        file.write(b"x")


async def ok_wrapped():
    file = io.TextIOWrapper(io.BytesIO())
    file.write("x")
    file.flush()
    io.BufferedReader(io.BytesIO(b"x")).read()


class Bundle:
    def __init__(self):
        self.buffer = io.BytesIO()

    def __enter__(self):
        self.tar = self.open()
        return self

    def __exit__(self, *exc):
        self.tar.close()

    def open(self):
        import tarfile

        return tarfile.open(mode="w", fileobj=self.buffer)

    def put(self, info, data):
        self.tar.addfile(info, io.BytesIO(data))


async def ok_bundle():
    import tarfile

    with Bundle() as bundle:
        bundle.put(tarfile.TarInfo("a"), b"")


async def bad_bundle():
    import tarfile

    with tarfile.open(PATH + ".tar", mode="w") as tar:  # expect: AF105
        tar.addfile(tarfile.TarInfo("a"), io.BytesIO(b""))  # expect: AF105


async def ok_settings_in_memory():
    settings = configparser.ConfigParser()
    settings.read_file(io.StringIO("[a]\nb = 1\n"))
    settings.write(io.StringIO())


async def bad_settings_on_disk():
    settings = configparser.ConfigParser()
    with open("settings.ini", "w+") as file:  # expect: AF105
        settings.read_file(file)  # expect: AF105
        settings.write(file)  # expect: AF105
