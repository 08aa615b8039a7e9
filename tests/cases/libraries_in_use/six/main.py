"""The views of a mapping, as code for two versions of Python spells them."""
import time

import six

NO_ORACLE = "six is not installed"


class Store:
    def load(self):
        time.sleep(0.01)


class Quick:
    def load(self):
        return 1


async def bad_views():
    stores = {"a": Store()}
    for _name, store in six.iteritems(stores):
        store.load()  # expect: AF101
    for store in six.itervalues(stores):
        store.load()  # expect: AF101
    for name in six.iterkeys(stores):
        stores[name].load()  # expect: AF101


async def ok_views():
    for store in six.itervalues({"a": Quick()}):
        store.load()
