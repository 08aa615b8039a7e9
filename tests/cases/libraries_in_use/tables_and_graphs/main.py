"""Databases of vectors, of tables in files and of graphs: a query is built, and its last call runs it."""
import asyncio

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import deltalake
import falkordb
import falkordb.asyncio
import ibm_db_dbi
import lancedb
import marqo
import teradatasql
import tushare
from deltalake import DeltaTable, write_deltalake
from gremlin_python.driver.client import Client
from gremlin_python.driver.driver_remote_connection import DriverRemoteConnection
from gremlin_python.process.anonymous_traversal import traversal

NO_ORACLE = "needs the libraries and the databases"


class Vectors:
    def __init__(self):
        self.db = lancedb.connect("data")
        self.table = self.db.open_table("a")

    async def bad_vectors(self, vector):
        self.db.table_names()  # expect: AF104
        self.table.add([{"vector": vector}])  # expect: AF104
        self.table.merge_insert("id").when_matched_update_all().execute([])  # expect: AF104
        return self.table.search(vector).where("a > 1").limit(10).to_list()  # expect: AF104

    async def ok_vectors(self, vector):
        later = await lancedb.connect_async("data")
        table = await later.open_table("a")
        await table.add([{"vector": vector}])
        return self.table.search(vector).limit(10)


async def bad_tables(frame):
    table = DeltaTable("s3://a")  # expect: AF105
    table.to_pandas()  # expect: AF105
    table.optimize.compact()  # expect: AF105
    table.merge(frame, "a = b").when_matched_update_all().execute()  # expect: AF105
    deltalake.write_deltalake("s3://a", frame)  # expect: AF105
    with adbc_driver_postgresql.dbapi.connect("x") as connection:  # expect: AF104
        with connection.cursor() as cursor:
            cursor.execute("select 1")  # expect: AF104
            cursor.fetch_arrow_table()  # expect: AF104
    adbc_driver_sqlite.dbapi.connect()  # expect: AF104


async def bad_services():
    with teradatasql.connect(host="x") as connection:  # expect: AF104
        with connection.cursor() as cursor:
            cursor.execute("select 1")  # expect: AF104
            rows = cursor.fetchall()  # expect: AF104
    cursor = ibm_db_dbi.connect("x").cursor()  # expect: AF104
    cursor.execute("select 1")  # expect: AF104
    marqo.Client().index("a").search("x")  # expect: AF104
    return rows, tushare.pro_api("x").daily(ts_code="x")  # expect: AF102


async def ok_tables(frame):
    await asyncio.to_thread(write_deltalake, "s3://a", frame)


async def bad_graphs(client: Client, graph: falkordb.Graph):
    g = traversal().with_remote(DriverRemoteConnection("ws://x", "g"))
    g.V().has("name", "x").values("age").to_list()  # expect: AF104
    g.add_v("person").property("name", "x").next()  # expect: AF104
    client.submit("g.V()")  # expect: AF104
    client.submit("g.V()").all().result()  # expect: AF104, AF107
    graph.query("match (a) return a")  # expect: AF104
    falkordb.FalkorDB(host="x").select_graph("a").ro_query("match (a) return a")  # expect: AF104
    return g.V().has("name", "x").values("age")


async def ok_graphs(client: Client):
    later = falkordb.asyncio.FalkorDB(host="x")
    await later.select_graph("a").query("match (a) return a")
    return await asyncio.wrap_future(client.submit_async("g.V()"))
