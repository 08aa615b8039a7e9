"""Stores, files and clients that are in memory wait for nobody, nor does what is made of them."""
import io
import xml.etree.ElementTree as ElementTree
import zipfile

import ijson
import lightgbm
import pyarrow as pa
import pyarrow.parquet as pq
import qdrant_client
import soundfile
import sqlite_utils
import weasyprint
from ldap3 import AUTO_BIND_NO_TLS, MOCK_SYNC, SYNC, Connection
from limits.storage import MemoryStorage as LimitsInMemory
from limits.storage import RedisStorage
from limits.strategies import FixedWindowRateLimiter, MovingWindowRateLimiter
from lxml import etree
from qdrant_client import QdrantClient
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

NO_ORACLE = "the libraries are not installed"


class Vectors:
    def __init__(self):
        self.client = QdrantClient(":memory:")
        self.server = qdrant_client.QdrantClient(url="http://localhost:6333")

    async def bad_server(self):
        self.server.upsert("items", [])  # expect: AF104
        return self.server.query_points("items")  # expect: AF104

    async def ok_memory(self):
        self.client.upsert("items", [])
        return self.client.query_points("items")


async def bad_tables():
    db = TinyDB("db.json")
    db.insert({"a": 1})  # expect: AF104
    db.table("names").all()  # expect: AF104


async def ok_tables():
    db = TinyDB(storage=MemoryStorage)
    db.insert({"a": 1})
    db.table("names").all()


async def bad_limits(item):
    limiter = FixedWindowRateLimiter(RedisStorage("redis://localhost"))
    limiter.hit(item)  # expect: AF104


async def ok_limits(item):
    storage = LimitsInMemory()
    FixedWindowRateLimiter(storage).hit(item)
    MovingWindowRateLimiter(storage).test(item)


async def bad_rows():
    db = sqlite_utils.Database("file.db")  # expect: AF104
    db.execute("select 1")  # expect: AF104
    db.table("names").insert({"a": 1})  # expect: AF104


async def ok_rows():
    db = sqlite_utils.Database(memory=True)
    db.execute("select 1")
    db.table("names").insert({"a": 1})
    return db.query("select 1")


async def bad_directory(server):
    connection = Connection(server, "user", "secret", AUTO_BIND_NO_TLS)  # expect: AF103
    connection.search("dc=x", "(a=b)")  # expect: AF103
    later = Connection(server, client_strategy=SYNC)
    later.bind()  # expect: AF103


async def ok_directory(server):
    connection = Connection(server, client_strategy=MOCK_SYNC, auto_bind=True)
    connection.bind()
    connection.search("dc=x", "(a=b)")


async def bad_files(path):
    ElementTree.parse(path)  # expect: AF105
    etree.parse(path)  # expect: AF105
    pq.read_table(path)  # expect: AF105
    soundfile.write(path, [], 8000)  # expect: AF105
    with open(path, "rb") as file:  # expect: AF105
        for item in ijson.items(file, "item"):  # expect: AF105
            print(item)
    with zipfile.ZipFile(path) as archive:  # expect: AF105
        archive.open("a").read()  # expect: AF105
    lightgbm.Booster(model_file=path)  # expect: AF105
    weasyprint.HTML(url="http://example.com")  # expect: AF108


async def ok_buffers(body: bytes, table):
    ElementTree.parse(io.BytesIO(body))
    etree.parse(io.BytesIO(body))
    pq.read_table(io.BytesIO(body))
    pq.read_table(pa.BufferReader(body))
    pq.write_table(table, pa.BufferOutputStream())
    soundfile.write(io.BytesIO(), [], 8000)
    for item in ijson.items(io.BytesIO(body), "item"):
        print(item)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        archive.open("a").read()
    lightgbm.Booster(params={}, train_set=table)
    weasyprint.HTML(string="<p>")
