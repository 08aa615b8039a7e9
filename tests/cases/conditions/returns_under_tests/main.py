"""What a function returns for the arguments of a call: of several places, those that these lead to."""
import enum
import time

SLOW = "slow"


class Kind(enum.Enum):
    SLOW = "slow"
    FAST = "fast"


class Store:
    def get(self):
        raise NotImplementedError


class SlowStore(Store):
    def get(self):
        time.sleep(0.01)


class FastStore(Store):
    def get(self):
        return 1


def make(kind: str) -> Store:
    if kind == "slow":
        return SlowStore()
    return FastStore()


def made_before(kind="slow"):
    slow, fast = SlowStore(), FastStore()
    if kind == SLOW:
        return slow
    elif kind in ("fast", "quick"):
        return fast
    raise ValueError(kind)


def of_kind(kind):
    if kind is Kind.SLOW:
        return SlowStore()
    return FastStore()


def wrapped(fast=False):
    return make("fast") if fast else _chosen("slow")


def _chosen(kind):
    return make(kind)


def rebound(kind):
    if kind is None:
        kind = "slow"
    if kind == "slow":
        return SlowStore()
    return FastStore()


slow_store = make("slow")
fast_store = make("fast")


async def bad_made():
    make("slow").get()  # expect: AF101


async def bad_module_level():
    slow_store.get()  # expect: AF101


async def bad_default():
    made_before().get()  # expect: AF101


async def bad_of_kind():
    of_kind(Kind.SLOW).get()  # expect: AF101


async def bad_rebound():
    rebound(None).get()  # expect: AF101


async def bad_unknown(kind: str = "slow"):
    make(kind).get()  # expect: AF101


async def bad_wrapped():
    wrapped().get()  # expect: AF101


async def ok_made():
    make("fast").get()


async def ok_module_level():
    fast_store.get()


async def ok_made_before():
    made_before("quick").get()


async def ok_of_kind():
    of_kind(Kind.FAST).get()


async def ok_rebound():
    rebound("fast").get()
