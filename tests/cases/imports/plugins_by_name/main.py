"""Plugins that are imported by names which are worked out: the modules that no statement imports."""

import importlib

from plugins import known


class Host:
    def __init__(self, root, package):
        self.root = root
        self.package = package
        self.plugins = {}

    def load(self, name):
        module = importlib.import_module(f"{self.package}.{name}")
        self.plugins[name] = module.setup(self.root)

    def answer(self, name):
        return self.plugins[name].answer()


HOST = Host("here", "plugins")
HOST.load("notes")


async def bad_answer():
    return HOST.answer("notes")  # expect: AF101


async def ok_known():
    return known.look()
