"""Clients of accounts: of lists of tasks, brokers, watches, statistics and files; each method is a request."""
import asyncio

import swiftclient
from alpaca.broker import BrokerClient
from alpaca.data.historical import StockHistoricalDataClient
from alpaca.trading.client import TradingClient
from b2sdk.v2 import B2Api, InMemoryAccountInfo
from fredapi import Fred
from garminconnect import Garmin
from pydrive2.auth import GoogleAuth
from pydrive2.drive import GoogleDrive
from swiftclient.service import SwiftService
from todoist_api_python.api import TodoistAPI
from todoist_api_python.api_async import TodoistAPIAsync

NO_ORACLE = "needs the libraries"


class Accounts:
    def __init__(self, key: str):
        self.tasks = TodoistAPI(key)
        self.trading = TradingClient(key, key, paper=True)
        self.watch = Garmin("a", "b")
        self.files = B2Api(InMemoryAccountInfo())

    async def bad_requests(self, request):
        self.tasks.add_task("x")  # expect: AF102
        for page in self.tasks.get_tasks():  # expect: AF102
            print(page)
        self.trading.submit_order(request)  # expect: AF102
        StockHistoricalDataClient("a", "b").get_stock_bars(request)  # expect: AF102
        for event in BrokerClient("a", "b").get_trade_events():  # expect: AF102
            print(event)
        self.watch.login()  # expect: AF102
        self.watch.get_sleep_data("2024-01-01")  # expect: AF102
        return Fred("x").get_series("GDP")  # expect: AF102

    async def bad_files(self):
        bucket = self.files.get_bucket_by_name("a")  # expect: AF110
        bucket.upload_bytes(b"", "a")  # expect: AF110
        bucket.download_file_by_name("a").save_to("a")  # expect: AF110
        for version, _ in bucket.ls():  # expect: AF110
            print(version)
        swiftclient.Connection(user="a").get_object("a", "b")  # expect: AF110
        for result in SwiftService().upload("a", ["b"]):  # expect: AF110
            print(result)

    async def ok(self, key: str):
        tasks = TodoistAPIAsync(key)
        await tasks.add_task("x")
        await asyncio.to_thread(self.trading.get_all_positions)
        return self.watch.get_full_name(), TradingClient(key, key), self.tasks.get_tasks()


async def bad_drive():
    auth = GoogleAuth()
    auth.LocalWebserverAuth()  # expect: AF109
    drive = GoogleDrive(auth)
    for file in drive.ListFile({"q": "trashed=false"}).GetList():  # expect: AF110
        file.GetContentFile("a")  # expect: AF110
    file = drive.CreateFile({"title": "a"})
    file.SetContentString("x")
    file.Upload()  # expect: AF110
