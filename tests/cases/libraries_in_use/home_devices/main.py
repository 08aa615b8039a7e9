"""Speakers, routers, media servers and buses at home: each call, and many an attribute, asks the device."""
import asyncio

import can
import pychromecast
import soco
import usb.core
import usb.util
from fritzconnection import FritzConnection
from fritzconnection.lib.fritzhosts import FritzHosts
from fritzconnection.lib.fritzstatus import FritzStatus
from plexapi.myplex import MyPlexAccount
from plexapi.server import PlexServer
from soco.discovery import by_name

NO_ORACLE = "needs the libraries and the devices"


async def bad_speakers():
    for zone in soco.discover():  # expect: AF102
        zone.play_uri("http://x?a.mp3")  # expect: AF102
        print(zone.volume)  # expect: AF102
    kitchen = by_name("Kitchen")  # expect: AF102
    kitchen.pause()  # expect: AF102
    kitchen.music_library.get_artists()  # expect: AF102
    casts, browser = pychromecast.get_chromecasts()  # expect: AF103
    for cast in casts:
        cast.wait()  # expect: AF103
        cast.media_controller.pause()  # expect: AF103
    browser.stop_discovery()


class Router:
    def __init__(self):
        self.connection = FritzConnection(address="192.168.178.1")
        self.status = FritzStatus(fc=self.connection)
        self.hosts = FritzHosts(fc=self.connection)

    async def bad_status(self):
        if not self.status.is_connected:  # expect: AF102
            self.connection.call_action("WANIPConn1", "ForceTermination")  # expect: AF102
        FritzStatus(address="192.168.178.1")  # expect: AF102
        return self.hosts.get_hosts_info()  # expect: AF102

    async def ok_status(self):
        return await asyncio.to_thread(self.hosts.get_hosts_info), FritzStatus(self.connection)


class Media:
    def __init__(self):
        self.server = PlexServer("http://x", "token")

    async def bad_media(self):
        self.server.library.section("Films").search("x")  # expect: AF102
        self.server.client("tv").playMedia("x")  # expect: AF102
        self.server.library.section("Films").get("x").refresh()  # expect: AF102
        return MyPlexAccount("a", "b").resource("x").connect()  # expect: AF102

    async def ok_media(self):
        return self.server.url("/x"), await asyncio.to_thread(self.server.sessions)


async def bad_buses(bus: can.BusABC):
    bus.recv()  # expect: AF110
    message = can.BufferedReader().get_message(timeout=1)  # expect: AF110
    for message in can.Bus(interface="socketcan", channel="can0"):  # expect: AF110
        print(message)
    device = usb.core.find(idVendor=1)  # expect: AF110
    device.ctrl_transfer(0x40, 1, 0, 0, b"")  # expect: AF110
    print(device.product)  # expect: AF110
    return usb.util.get_string(device, 1), message  # expect: AF110


async def ok_buses():
    bus = can.Bus(interface="socketcan", channel="can0")
    reader = can.AsyncBufferedReader()
    notifier = can.Notifier(bus, [reader], loop=asyncio.get_running_loop())
    bus.send(can.Message(data=b""))
    return await reader.get_message(), bus.recv(timeout=0), notifier, pychromecast.get_chromecasts(blocking=False)
