"""Special methods that nobody spells: tests of truth, comparisons, texts, and what builtins call."""

import time


def load():
    time.sleep(0.01)
    return 1


class Row:
    """Everything about it is fetched when it is asked for."""

    def __bool__(self):
        return bool(load())

    def __eq__(self, other):
        return load() == other

    def __hash__(self):
        return load()

    def __lt__(self, other):
        return load() < other

    def __str__(self):
        return str(load())

    def __repr__(self):
        return repr(load())

    def __int__(self):
        return load()

    def __neg__(self):
        return -load()

    def __iadd__(self, other):
        load()
        return self

    def __delattr__(self, name):
        load()

    def __setattr__(self, name, value):
        load()


class Store(dict):
    def __missing__(self, key):
        return load()


class Sized:
    def __len__(self):
        return load()


class Plain:
    """Has them all, and none does anything."""

    def __init__(self):
        self.value = 1

    def __bool__(self):
        return self.value > 0

    def __eq__(self, other):
        return isinstance(other, Plain) and self.value == other.value

    def __hash__(self):
        return hash(self.value)

    def __str__(self):
        return f"plain {self.value}"

    def __len__(self):
        return len(str(self.value))


async def bad_if():
    if Row():  # expect: AF101
        pass


async def bad_not():
    return not Row()  # expect: AF101


async def bad_and():
    return Row() and 1  # expect: AF101


async def bad_while():
    while Row():  # expect: AF101
        break


async def bad_assert():
    assert Row()  # expect: AF101


async def bad_chosen():
    return 1 if Row() else 2  # expect: AF101


async def bad_filtered():
    return [x for x in (1,) if Row()]  # expect: AF101


async def bad_length_tells():
    if Sized():  # expect: AF101
        pass


async def bad_equal():
    return Row() == 1  # expect: AF101


async def bad_unequal():
    return Row() != 1  # expect: AF101


async def bad_less():
    return Row() < 2  # expect: AF101


async def bad_formatted():
    return f"a row: {Row()}"  # expect: AF101


async def bad_represented():
    return f"a row: {Row()!r}"  # expect: AF101


async def bad_str():
    return str(Row())  # expect: AF101


async def bad_printed():
    print("a row:", Row())  # expect: AF101


async def bad_int():
    return int(Row())  # expect: AF101


async def bad_hash():
    return hash(Row())  # expect: AF101


async def bad_negative():
    return -Row()  # expect: AF101


async def bad_added():
    row = Row()
    row += 1  # expect: AF101


async def bad_deleted():
    row = Row()
    del row.name  # expect: AF101


async def bad_set():
    row = Row()
    row.name = "x"  # expect: AF101


async def bad_missing():
    return Store()["a"]  # expect: AF101


async def bad_declared():
    return await has(Row())


async def has(row: Row):
    return bool(row)  # expect: AF101


async def ok_plain():
    plain = Plain()
    if plain and plain == Plain() and not plain != Plain():
        print(str(plain), f"{plain}", len(plain), hash(plain))


async def ok_identity():
    row = Row()
    return row is None or row is not None


async def ok_texts():
    return f"{load.__name__} {1 + 1}" == "load 2"
