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
