"""What a constructor keeps as its arguments choose: by a test, through a helper, or from a table."""
import time


class Disk:
    def get(self):
        time.sleep(0.01)


class Memory:
    def get(self):
        return 1


QUICK = {"memory": Memory}
STORES = {"disk": Disk, "memory": Memory}


def store_of(kind):
    if kind == "disk":
        return Disk()
    return Memory()


class ByCondition:
    def __init__(self, kind):
        self.store = Disk() if kind == "disk" else Memory()

    def read(self):
        return self.store.get()


class ByStatement:
    def __init__(self, kind):
        if kind == "disk":
            self.store = Disk()
        else:
            self.store = Memory()

    def read(self):
        return self.store.get()


class ByFlag:
    def __init__(self, slow=False):
        store = Memory()
        if slow:
            store = Disk()
        self.store = store

    def read(self):
        return self.store.get()


class ByHelper:
    def __init__(self, kind):
        self.store = store_of(kind)

    def read(self):
        return self.store.get()


class FromTable:
    def __init__(self, kind):
        self.store = STORES[kind]()

    def read(self):
        return self.store.get()


class WithDefault:
    def __init__(self, kind):
        self.store = {"memory": Memory}.get(kind, Disk)()

    def read(self):
        return self.store.get()


class FromSharedTable:
    def __init__(self, kind):
        self.store = QUICK.get(kind, Disk)()

    def read(self):
        return self.store.get()


class ByClass:
    store = Disk()

    def __init__(self, in_memory=False):
        if in_memory:
            self.store = Memory()

    def read(self):
        return self.store.get()


class Optional:
    store = None

    def __init__(self, slow=False):
        if slow:
            self.store = Disk()

    def read(self):
        if self.store:
            self.store.get()


class Normalised:
    def __init__(self, kind):
        kind = kind.lower()
        self.store = Disk() if kind == "disk" else Memory()

    def read(self):
        return self.store.get()


class Heir(ByCondition):
    def __init__(self):
        super().__init__("disk")


class Swapped:
    def __init__(self, slow=False):
        self.store = Disk() if slow else Memory()

    def swap(self):
        self.store = Disk()

    def read(self):
        return self.store.get()


async def ok_memory():
    ByCondition("memory").read()
    ByStatement("memory").read()
    ByFlag().read()
    ByHelper("memory").read()
    FromTable("memory").read()


async def bad_condition():
    ByCondition("disk").read()  # expect: AF101


async def bad_statement():
    ByStatement("disk").read()  # expect: AF101


async def bad_flag():
    ByFlag(True).read()  # expect: AF101


async def bad_helper():
    ByHelper("disk").read()  # expect: AF101


async def bad_table():
    FromTable("disk").read()  # expect: AF101


async def ok_in_the_table():
    WithDefault("memory").read()
    FromSharedTable("memory").read()


async def bad_default():
    WithDefault("nowhere").read()  # expect: AF101


async def bad_default_of_shared():
    FromSharedTable("nowhere").read()  # expect: AF101


async def bad_of_class():
    ByClass().read()  # expect: AF101


async def bad_optional():
    Optional(slow=True).read()  # expect: AF101


async def bad_normalised():
    Normalised("DISK").read()  # expect: AF101


async def ok_optional():
    Optional().read()


async def bad_heir():
    Heir().read()  # expect: AF101


async def bad_swapped():
    swapped = Swapped()
    swapped.swap()
    swapped.read()  # expect: AF101


async def bad_any_of_them():
    for kind in list(STORES):
        ByHelper(kind).read()  # expect: AF101
