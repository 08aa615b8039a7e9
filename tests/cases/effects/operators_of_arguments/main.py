"""Operators, tests and builtins call special methods of what a function is given, whatever that is."""

import time


class Slow:
    def __init__(self):
        self.__dict__["kept"] = 1

    def __bool__(self):
        time.sleep(0.01)
        return True

    def __eq__(self, other):
        time.sleep(0.01)
        return True

    def __lt__(self, other):
        time.sleep(0.01)
        return True

    def __str__(self):
        time.sleep(0.01)
        return ""

    def __neg__(self):
        time.sleep(0.01)

    def __iadd__(self, other):
        time.sleep(0.01)
        return self

    def __radd__(self, other):
        time.sleep(0.01)

    def __setattr__(self, name, value):
        time.sleep(0.01)

    def __delattr__(self, name):
        time.sleep(0.01)


class Sized:
    def __len__(self):
        time.sleep(0.01)
        return 1


class Made:
    """Operators do not ask `__getattr__`."""

    def __getattr__(self, name):
        return pause


def pause(*_arguments):
    time.sleep(0.01)


def truth(value):
    return 1 if value else 2


def equality(value):
    return value == 3


def order(value):
    return value < 3


def text(value):
    return f"{value}"


def as_text(value):
    return str(value)


def length(value):
    return len(value)


def sign(value):
    return -value


def growth(value):
    value += 1


def attribute(value):
    value.name = 1


def removal(value):
    del value.name


async def bad_of_arguments():
    truth(Slow())  # expect: AF101
    equality(Slow())  # expect: AF101
    order(Slow())  # expect: AF101
    text(Slow())  # expect: AF101
    as_text(Slow())  # expect: AF101
    length(Sized())  # expect: AF101
    sign(Slow())  # expect: AF101
    growth(Slow())  # expect: AF101
    attribute(Slow())  # expect: AF101
    removal(Slow())  # expect: AF101


async def bad_of_the_right_operand():
    1 + Slow()  # expect: AF101


async def ok_plain():
    truth(1)
    equality("a")
    text("a")
    length([1])
    growth(1)
    1 + 2


async def ok_not_asked():
    truth(Made())
    equality(Made())
    text(Made())


class Topic:
    @property
    def value(self):
        return 1

    @value.setter
    def value(self, text):
        time.sleep(0.01)

    @property
    def quick(self):
        return 1

    @quick.setter
    def quick(self, text):
        self.__dict__["kept"] = text


def publish(topic):
    topic.value = 1


def note(topic):
    topic.quick = 1


class Page:
    def __init__(self, topic):
        self.topic = topic

    def save(self):
        self.topic.value = 2


async def bad_setter():
    publish(Topic())  # expect: AF101
    Page(Topic()).save()  # expect: AF101


async def ok_setter():
    note(Topic())


class Cover:
    def __set__(self, book, value):
        time.sleep(0.01)


class Book:
    cover = Cover()


def set_cover(book):
    book.cover = b"x"


async def bad_descriptor():
    set_cover(Book())  # expect: AF101


class Sheet:
    def __str__(self):
        time.sleep(0.01)
        return ""

    def page(self):
        return f"<p>{self}</p>"


async def bad_own_text():
    Sheet().page()  # expect: AF101
