"""Modules whose names are put together when the program runs."""
import importlib
import pkgutil

import plugs


def load_all():
    found = []
    for info in pkgutil.iter_modules(plugs.__path__):
        module = importlib.import_module("plugs." + info.name)
        found.append(module.Plugin())
    return found


PLUGINS = load_all()


def handler(name):
    return importlib.import_module(f"plugs.{name}").handle


def relative(name):
    return importlib.import_module(f".{name}", package="plugs").handle


slow = handler("slow")
quick = handler("quick")
same = relative("slow")


async def bad_handler():
    slow()  # expect: AF101


async def bad_same():
    same()  # expect: AF101


async def bad_plugins():
    for plugin in PLUGINS:
        plugin.run()  # expect: AF101
