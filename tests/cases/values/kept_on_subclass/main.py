"""The program's own bot keeps things on itself; commands reach them through the context.

NO_ORACLE: discord is not installed.
"""
import sqlite3

from discord.ext import commands


class Store:
    def __init__(self, db):
        self.db = db

    def top(self):
        return self.db.execute("select 1").fetchall()

    def label(self):
        return "store"


class Bot(commands.Bot):
    def __init__(self):
        super().__init__(command_prefix="!")
        self.store = Store(sqlite3.connect("x"))


bot = Bot()


@bot.command()
async def top(ctx: commands.Context):
    await ctx.send(ctx.bot.store.label())
    return ctx.bot.store.top()  # expect: AF104


class Other:
    def __init__(self, shop):
        self.shop = shop

    async def top(self):
        return self.shop.store.top()
