"""Tests of the type of what is passed, where that is a constant."""
import time


def nap_on_texts(value):
    if isinstance(value, str):
        time.sleep(0.01)


def nap_on_all_but_texts(value):
    if not isinstance(value, str):
        time.sleep(0.01)


def nap_on_numbers(value):
    if isinstance(value, (int, float)):
        time.sleep(0.01)


async def bad_texts():
    nap_on_texts("x")  # expect: AF101


async def ok_texts():
    nap_on_texts(1)
    nap_on_all_but_texts("x")
    nap_on_numbers("x")


async def bad_all_but_texts():
    nap_on_all_but_texts(1)  # expect: AF101


async def bad_numbers():
    nap_on_numbers(1)  # expect: AF101
    nap_on_numbers(1.5)  # expect: AF101


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


def has_work(value):
    return hasattr(value, "work")


def is_second_quick(value, other):
    return isinstance(other, Quick)


def work_if_it_can(value):
    if has_work(value):
        value.work()


def work_if_another_is_quick(value, other):
    if is_second_quick(value, other):
        value.work()


def put_into_any(options: dict):
    options["slow"] = Slow()
    for one in options.values():
        one.work()


async def bad_helper_of_another_kind():
    work_if_it_can(Slow())  # expect: AF101


async def bad_of_another():
    work_if_another_is_quick(Slow(), Quick())  # expect: AF101


async def bad_put():
    put_into_any({})  # expect: AF101


async def bad_put_into_new():
    options = dict()
    options["slow"] = Slow()
    options["slow"].work()  # expect: AF101
