"""Plugins that a table names by texts, each as a module and a dotted name in it."""
import functools
import importlib

PLUGINS = {"cleaner": "named.cleaning:Cleaner.default", "tidy": "named.cleaning:Tidy", "quick": "named.quick:make"}


def loaded(spec):
    module, _, path = spec.partition(":")
    target = importlib.import_module(module)
    for part in path.split("."):
        target = getattr(target, part)
    return target


def loaded_at_once(spec):
    module, path = spec.split(":")
    return functools.reduce(getattr, path.split("."), importlib.import_module(module))


class Host:
    def __init__(self):
        self.factories = {name: loaded(spec) for name, spec in PLUGINS.items()}

    async def activate(self, name):
        plugin = self.factories[name]()
        plugin.prepare()  # expect: AF101


JOBS = ["named.jobs:nightly", "named.jobs:Weekly.run"]


def jobs():
    return [loaded_at_once(spec) for spec in JOBS]


HOST = Host()
READY = jobs()


async def bad_plugin():
    await HOST.activate("cleaner")


async def ok_plugin():
    await HOST.activate("quick")


async def bad_jobs():
    for job in READY:
        job()  # expect: AF101
