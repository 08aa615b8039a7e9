"""Accounts of Microsoft, Apple and brokers: folders, messages, events and orders are asked for one by one."""
import asyncio

import nasdaqdatalink
import robin_stocks.robinhood as rh
from O365 import Account
from pyicloud import PyiCloudService
from robin_stocks.robinhood.orders import order_buy_market

NO_ORACLE = "needs the libraries"


class Office:
    def __init__(self):
        self.account = Account(("id", "secret"))

    async def bad_office(self):
        for message in self.account.mailbox().inbox_folder().get_messages(limit=10):  # expect: AF102
            message.mark_as_read()  # expect: AF102
        message = self.account.new_message()
        message.to.add("a@x")
        message.send()  # expect: AF102
        calendar = self.account.schedule().get_default_calendar()  # expect: AF102
        event = calendar.new_event()
        event.subject = "x"
        event.save()  # expect: AF102
        drive = self.account.storage().get_default_drive()  # expect: AF102
        drive.get_root_folder().upload_file("a")  # expect: AF102

    async def ok_office(self):
        message = self.account.mailbox().new_message()
        message.subject = "x"
        return await asyncio.to_thread(message.send)


async def bad_phone():
    cloud = PyiCloudService("a", "b")  # expect: AF102
    cloud.iphone.play_sound()  # expect: AF102
    return cloud.calendar.get_events()  # expect: AF102


async def bad_orders():
    rh.login("a", "b")  # expect: AF102
    rh.stocks.get_latest_price("x")  # expect: AF102
    order_buy_market("x", 1)  # expect: AF102
    return nasdaqdatalink.get("a/b")  # expect: AF102


async def ok_phone():
    return PyiCloudService("a", "b", authenticate=False), await asyncio.to_thread(rh.get_quotes, "x")
