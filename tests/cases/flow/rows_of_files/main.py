"""Rows of files: of lists or dicts of texts."""
import csv
import time


def note(value):
    if isinstance(value, bytes):
        time.sleep(0.01)


async def ok_fields():
    for row in csv.DictReader(["a,b", "1,2"]):
        for value in row.values():
            note(value)
        note(row["a"])
    for row in csv.reader(["a,b", "1,2"]):
        note(row[0])


def tell(value):
    if isinstance(value, str):
        time.sleep(0.01)


async def bad_fields():
    for row in csv.DictReader(["a,b", "1,2"]):
        for value in row.values():
            tell(value)  # expect: AF101
    for row in csv.reader(["a,b", "1,2"]):
        tell(row[0])  # expect: AF101
