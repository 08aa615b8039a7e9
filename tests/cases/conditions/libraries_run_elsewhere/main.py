"""Calls that hand their work to a thread, or whose result is awaited, where they are told to."""
import mlflow
import psycopg2
import torch.distributed
from apscheduler.schedulers.background import BackgroundScheduler
from distributed import Client
from geopy.adapters import AioHTTPAdapter
from geopy.geocoders import Nominatim
from hubspot.crm.contacts import BasicApi
from huggingface_hub import HfApi, hf_hub_download
from influxdb import InfluxDBClient
from invoke import Context
from kubernetes.client import CoreV1Api
from ldap3 import ASYNC, Connection
from tweepy import StreamingClient

NO_ORACLE = "the libraries are not installed"


async def bad_calls(kube: CoreV1Api, contacts: BasicApi, hub: HfApi, shell: Context, stream: StreamingClient, tensor):
    kube.list_node()  # expect: AF102
    kube.list_namespaced_pod("default", async_req=False)  # expect: AF102
    contacts.get_page(limit=10)  # expect: AF102
    hub.upload_file(path_or_fileobj="a", path_in_repo="a", repo_id="a")  # expect: AF102
    hf_hub_download("a", "b")  # expect: AF102
    shell.run("ls")  # expect: AF106
    stream.filter()  # expect: AF102
    torch.distributed.all_reduce(tensor)  # expect: AF103
    mlflow.log_metric("a", 1.0)  # expect: AF102


async def ok_calls(kube: CoreV1Api, contacts: BasicApi, hub: HfApi, shell: Context, stream: StreamingClient, tensor):
    kube.list_node(async_req=True)
    contacts.get_page(limit=10, async_req=True)
    hub.upload_file(path_or_fileobj="a", path_in_repo="a", repo_id="a", run_as_future=True)
    hf_hub_download("a", "b", local_files_only=True)
    shell.run("ls", asynchronous=True)
    shell.run("ls", disown=True)
    stream.filter(threaded=True)
    torch.distributed.all_reduce(tensor, async_op=True)
    mlflow.log_metric("a", 1.0, synchronous=False)


async def bad_cluster():
    client = Client("localhost")  # expect: AF108
    future = client.submit(sum, [1])
    future.result()  # expect: AF108
    client.gather([future])  # expect: AF108


async def ok_cluster():
    client = await Client("localhost", asynchronous=True)
    future = client.submit(sum, [1])
    await future.result()
    await client.gather([future])
    await client.close()


class Cluster:
    def __init__(self):
        self.client = Client("localhost", asynchronous=True)
        self.waiting = Client("localhost")

    async def ok_use(self):
        return await self.client.gather([self.client.submit(sum, [1])])

    async def bad_use(self):
        return self.waiting.gather([self.waiting.submit(sum, [1])])  # expect: AF108


async def bad_places():
    Nominatim(user_agent="a").geocode("x")  # expect: AF102


async def ok_places():
    async with Nominatim(user_agent="a", adapter_factory=AioHTTPAdapter) as places:
        await places.geocode("x")


async def bad_directory(server):
    connection = Connection(server)
    connection.search("dc=x", "(a=b)")  # expect: AF103


async def ok_directory(server):
    connection = Connection(server, client_strategy=ASYNC)
    return connection.search("dc=x", "(a=b)")


async def bad_points(points):
    InfluxDBClient("localhost").write_points(points)  # expect: AF104
    InfluxDBClient("localhost", use_udp=True).query("select")  # expect: AF104


async def ok_points(points):
    InfluxDBClient("localhost", use_udp=True).write_points(points)


async def bad_statement():
    connection = psycopg2.connect("db")  # expect: AF104
    cursor = connection.cursor()
    cursor.execute("select 1")  # expect: AF104


async def ok_statement():
    connection = psycopg2.connect("db", async_=True)
    cursor = connection.cursor()
    cursor.execute("select 1")


async def bad_end(scheduler: BackgroundScheduler):
    scheduler.shutdown()  # expect: AF110


async def ok_end(scheduler: BackgroundScheduler):
    scheduler.shutdown(wait=False)
