"""ccxt: a class for each exchange, which programs ask for by its name."""

import ccxt
import ccxt.async_support

NO_ORACLE = "needs exchanges"


class Venue:
    def __init__(self, name):
        self.exchange = getattr(ccxt, name)({"enableRateLimit": True})

    def buy(self, amount):
        return self.exchange.create_order("BTC/USDT", "market", "buy", amount)


class AsyncVenue:
    def __init__(self, name):
        self.exchange = getattr(ccxt.async_support, name)()

    async def price(self):
        return await self.exchange.fetch_ticker("BTC/USDT")


async def bad_named():
    ccxt.kraken().fetch_ohlcv("BTC/USDT")  # expect: AF102


async def bad_by_name(name):
    getattr(ccxt, name)().cancel_all_orders()  # expect: AF102


async def bad_kept():
    Venue("binance").buy(1)  # expect: AF102


async def ok_not_called(name):
    getattr(ccxt, name)()
    ccxt.kraken().price_to_precision("BTC/USDT", 1)


async def ok_async(name):
    await AsyncVenue(name).price()
    await ccxt.async_support.kraken().fetch_ticker("BTC/USDT")
