"""Televisions, remote controls, routers and the logs of databases are asked over sockets."""
import asyncio

import broadlink
import napalm
from broadlink.remote import rmpro
from nebula3.gclient.net import ConnectionPool
from nornir import InitNornir
from pymysqlreplication import BinLogStreamReader
from roku import Roku
from samsungtvws import SamsungTVWS
from samsungtvws.async_remote import SamsungTVWSAsyncRemote

NO_ORACLE = "needs the libraries and the devices"


class Television:
    def __init__(self):
        self.samsung = SamsungTVWS("192.168.1.2")
        self.roku = Roku("192.168.1.3")

    async def bad_keys(self):
        self.samsung.send_key("KEY_POWER")  # expect: AF103
        self.samsung.art().get_current()  # expect: AF103
        print(self.roku.apps)  # expect: AF102
        return self.roku.launch(None)  # expect: AF102

    async def ok_keys(self):
        async with SamsungTVWSAsyncRemote("192.168.1.2") as samsung:
            await samsung.app_list()
        return self.samsung.shortcuts(), await asyncio.to_thread(self.samsung.rest_device_info)


async def bad_remotes(remote: rmpro):
    for device in broadlink.discover(timeout=5):  # expect: AF103
        device.auth()  # expect: AF103
    remote.send_data(b"")  # expect: AF103


async def bad_routers():
    driver = napalm.get_network_driver("ios")
    with driver("x", "a", "b") as device:  # expect: AF103
        device.get_facts()  # expect: AF103
    hosts = InitNornir(config_file="x.yaml")  # expect: AF105
    return hosts.filter(site="x").run(task=print)  # expect: AF103


async def bad_logs(pool: ConnectionPool):
    for event in BinLogStreamReader(connection_settings={}, server_id=1):  # expect: AF104
        print(event)
    session = pool.get_session("a", "b")  # expect: AF104
    session.execute("SHOW SPACES")  # expect: AF104
    with pool.session_context("a", "b") as session:  # expect: AF104
        session.execute("SHOW SPACES")  # expect: AF104


async def ok_made():
    return ConnectionPool(), BinLogStreamReader(connection_settings={}, server_id=1), napalm.get_network_driver("ios")
