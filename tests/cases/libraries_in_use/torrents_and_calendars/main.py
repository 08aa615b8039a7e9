"""Clients of torrent programs and of calendars ask their server with each method, and some where they are made."""
import asyncio

import caldav
import qbittorrentapi
import transmission_rpc
from caldav.aio import AsyncDAVClient

NO_ORACLE = "needs the libraries"


class Torrents:
    def __init__(self):
        self.qbt = qbittorrentapi.Client(host="localhost", port=8080)
        self.transmission = transmission_rpc.Client(host="localhost")

    async def bad_torrents(self):
        self.qbt.auth_log_in()  # expect: AF102
        for torrent in self.qbt.torrents_info(category="x"):  # expect: AF102
            torrent.delete(delete_files=True)  # expect: AF102
        self.qbt.torrents.add(urls=["x"])  # expect: AF102
        self.qbt.torrents.info()  # expect: AF102
        print(self.qbt.app.version)  # expect: AF102
        self.transmission.add_torrent("magnet:x")  # expect: AF102
        return transmission_rpc.Client(host="localhost").get_torrents()  # expect: AF102

    async def ok_torrents(self):
        await asyncio.to_thread(self.transmission.get_torrents)
        return qbittorrentapi.Client(host="localhost")


class Calendars:
    def __init__(self):
        self.client = caldav.DAVClient(url="https://x", username="a", password="b")

    async def bad_calendars(self, start, end):
        for calendar in self.client.principal().calendars():  # expect: AF102
            calendar.search(start=start, end=end, event=True)  # expect: AF102
            calendar.save_event("BEGIN:VCALENDAR")  # expect: AF102
            for event in calendar.events():  # expect: AF102
                event.delete()  # expect: AF102
        return self.client.get_principal()  # expect: AF102

    async def ok_calendars(self, start):
        client = AsyncDAVClient(url="https://x")
        principal = await client.get_principal()
        for calendar in await principal.get_calendars():
            await calendar.search(start=start)
        return caldav.DAVClient(url="https://x")


async def bad_principal(client: caldav.DAVClient):
    caldav.Principal(client=client).calendar(name="x")  # expect: AF102
    return caldav.Principal(client=client, url="https://x").calendar(cal_id="https://x?b")


async def ok_awaited(calendar: caldav.Calendar, principal: caldav.Principal):
    await calendar.add_event(summary="x")
    return principal.calendar(cal_id="https://x")
