"""Bots: their own dispatchers are called with made-up updates, for want of a gateway."""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
from typing import Any
from unittest import mock

import aiogram
import socketio
import telegram
import telegram.ext
from harness import Maker, last, proves
from telegram.ext import filters

REQUIRES = ("discord.py", "disnake", "nextcord", "python-telegram-bot[job-queue]", "aiogram", "python-socketio")
DISCORD = "{discord,disnake,nextcord}"
BOTS = "{Bot,AutoShardedBot}"


class Discord:
    """A bot of one of the three libraries that know Discord, connected to nothing."""

    def __init__(self, name: str, prefix: Any = "!", kind: str = "Bot") -> None:
        library = name.lstrip("@").partition(".")[0]
        self.root = importlib.import_module(library)
        self.commands = importlib.import_module(f"{library}.ext.commands")
        intents = self.root.Intents.all()
        self.bot = getattr(self.commands, kind)(command_prefix=prefix, intents=intents)
        self.bot._connection._get_client = lambda: self.bot
        self.context = mock.MagicMock(bot=self.bot, command=None)

    async def command(self, *decorators: Any) -> Any:
        """A command below some decorators."""

        async def use(_context: object) -> None:
            pass

        for decorator in decorators:
            use = decorator(use)
        return self.commands.command(name="probe")(use)


@proves(f"{DISCORD}.Client.wait_for(check=)")
async def wait_for(make: Maker, name: str) -> None:
    bot = Discord(name).bot
    if hasattr(bot, "_async_setup_hook"):
        await bot._async_setup_hook()
    bot.loop = asyncio.get_running_loop()
    waiting = asyncio.ensure_future(bot.wait_for("probe", check=make("*args", True)))
    await asyncio.sleep(0)
    bot.dispatch("probe")
    await asyncio.sleep(0.05)
    waiting.cancel()


@proves(f"{DISCORD}.ext.commands.check(predicate=)")
async def check(make: Maker, name: str) -> None:
    one = Discord(name)
    command = await one.command(one.commands.check(make("context", True)))
    one.context.command = command
    await command.can_run(one.context)


@proves("discord.app_commands.check(predicate=)")
async def app_check(make: Maker, name: str) -> None:
    one = Discord(name)

    async def use(interaction: Any) -> None:
        pass

    use.__annotations__["interaction"] = one.root.Interaction
    command = one.root.app_commands.command(name="probe")(one.root.app_commands.check(make("_", True))(use))
    await command._check_can_run(mock.AsyncMock())


@proves(f"{DISCORD}.ext.commands.dynamic_cooldown(cooldown=)")
async def dynamic_cooldown(make: Maker, name: str) -> None:
    one = Discord(name)
    command = await one.command(one.commands.dynamic_cooldown(make("_"), lambda _: 1))
    one.context.message.created_at = dt.datetime.now(dt.timezone.utc)
    one.context.message.edited_at = None
    prepare = command._prepare_cooldowns
    outcome = prepare(one.context)
    if asyncio.iscoroutine(outcome):
        await outcome


@proves(f"{DISCORD}.ext.commands.{BOTS}(command_prefix=)")
async def prefix(make: Maker, name: str) -> None:
    one = Discord(name, make("*args", "!"), last(name))
    await one.bot.get_prefix(mock.MagicMock())


@proves(f"@{DISCORD}.ext.commands.{BOTS}.{{check,check_once}}")
async def bot_check(make: Maker, name: str) -> None:
    one = Discord(name, kind=name.split(".")[-2])
    getattr(one.bot, last(name))(make("context", True))
    await one.bot.can_run(one.context, call_once=last(name) == "check_once")


@proves(f"{DISCORD}.ext.commands.Cog.{{cog_check,bot_check,bot_check_once}}")
async def cog_check(make: Maker, name: str) -> None:
    one = Discord(name)
    cog = type("Page", (one.commands.Cog,), {last(name): make("self, context", True)})()
    added = one.bot.add_cog(cog)
    if asyncio.iscoroutine(added):
        await added
    command = await one.command()
    command.cog = cog
    one.context.command = command
    await command.can_run(one.context)
    await one.bot.can_run(one.context, call_once=True)


@proves("discord.ext.commands.Cog.{cog_load,cog_unload}")
async def cog_added_and_removed(make: Maker, name: str) -> None:
    one = Discord(name)
    await one.bot.add_cog(type("Page", (one.commands.Cog,), {last(name): make("self")})())
    await one.bot.remove_cog("Page")


@proves(f"discord.ext.commands.{BOTS}.add_check(0)")
async def added_check(make: Maker, name: str) -> None:
    one = Discord(name, kind=name.split(".")[-2])
    one.bot.add_check(make("context", True))
    await one.bot.can_run(one.context)


# python-telegram-bot


def telegram_update() -> telegram.Update:
    """Somebody said something."""
    user = telegram.User(1, "somebody", False)
    chat = telegram.Chat(1, "private")
    now = dt.datetime.now(dt.timezone.utc)
    return telegram.Update(1, message=telegram.Message(1, now, chat, from_user=user, text="hello"))


async def telegram_told(*handlers: Any, update: telegram.Update | None = None, error: Any = None) -> None:
    """Have an application process an update."""
    bot = telegram.Bot("1:probe")
    application = telegram.ext.ApplicationBuilder().bot(bot).build()
    application._initialized = True
    for handler in handlers:
        application.add_handler(handler)
    if error is not None:
        application.add_error_handler(error)
    await application.process_update(update or telegram_update())


async def answer(_update: object, _context: object) -> None:
    """Answer nothing."""


@proves("telegram.ext.filters.{MessageFilter,UpdateFilter}.filter")
async def telegram_filter(make: Maker, name: str) -> None:
    kind = type("Probe", (getattr(filters, name.split(".")[3]),), {"filter": make("self, said", True)})
    await telegram_told(telegram.ext.MessageHandler(kind(), answer))


@proves("telegram.ext.BaseHandler.check_update")
async def telegram_handler(make: Maker, _name: str) -> None:
    kind = type("Probe", (telegram.ext.BaseHandler,), {"check_update": make("self, update", True)})
    await telegram_told(kind(answer))


@proves("telegram.ext.CallbackQueryHandler(pattern=)")
async def telegram_pattern(make: Maker, _name: str) -> None:
    query = telegram.CallbackQuery("1", telegram.User(1, "somebody", False), "1", data="hello")
    handler = telegram.ext.CallbackQueryHandler(answer, pattern=make("data", True))
    await telegram_told(handler, update=telegram.Update(1, callback_query=query))


# aiogram


@proves("aiogram.Router.message.register(0)", "@aiogram.Router.message")
async def aiogram_handler(make: Maker, name: str) -> None:
    dispatcher = aiogram.Dispatcher()
    if name.startswith("@"):
        dispatcher.message()(make("message"))
    else:
        dispatcher.message.register(make("message"))
    await aiogram_told(dispatcher)


@proves("aiogram.Router.message.register(1)", "aiogram.F.func(0)")
async def aiogram_filter(make: Maker, name: str) -> None:
    dispatcher = aiogram.Dispatcher()

    async def use(_message: object) -> None:
        pass

    given = make("message", True)
    dispatcher.message.register(use, aiogram.F.func(given) if "func" in name else given)
    await aiogram_told(dispatcher)


@proves("aiogram.Router.{startup,shutdown}.register(0)")
async def aiogram_startup(make: Maker, name: str) -> None:
    dispatcher = aiogram.Dispatcher()
    getattr(dispatcher, name.split(".")[2]).register(make())
    await (dispatcher.emit_startup if "startup" in name else dispatcher.emit_shutdown)()


async def aiogram_told(dispatcher: aiogram.Dispatcher) -> None:
    """Feed a dispatcher an update."""
    message = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "hello"}
    bot = aiogram.Bot("1:probe")
    await dispatcher.feed_update(bot, aiogram.types.Update.model_validate({"update_id": 1, "message": message}))


# Socket.IO


@proves("@socketio.{AsyncServer,AsyncClient}.{event,on}", "socketio.{AsyncServer,AsyncClient}.on(handler=)")
async def socket_event(make: Maker, name: str) -> None:
    kind = name.lstrip("@").split(".")[1]
    one = getattr(socketio, kind)()
    function = make("*args")
    if last(name) == "event":
        one.event(function)
    elif name.startswith("@"):
        one.on("probe")(function)
    else:
        one.on("probe", function)
    await (one._trigger_event("probe", "/", "1") if kind == "AsyncServer" else one._trigger_event("probe", "/"))


@proves("socketio.{AsyncNamespace,AsyncClientNamespace}.on_*")
async def socket_namespace(make: Maker, name: str) -> None:
    kind = type("Probe", (getattr(socketio, name.split(".")[1]),), {"on_probe": make("self, *args")})
    await kind("/").trigger_event("probe", "1")
