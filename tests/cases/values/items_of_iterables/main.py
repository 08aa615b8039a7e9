"""What is called for each item of an iterable knows what the items are."""
from itertools import takewhile
from pathlib import Path


def folder():
    return [Path(__file__)]


async def bad_key_of_sort():
    files = list(folder())
    files.sort(key=lambda file: file.read_text())  # expect: AF105


async def bad_key_of_sorted():
    return sorted(folder(), key=lambda file: file.read_text())  # expect: AF105


async def bad_key_of_max(files: list[Path] = folder()):
    return max(files, key=lambda file: file.read_text())  # expect: AF105


async def bad_map_and_filter():
    small = list(filter(lambda file: file.read_text(), folder()))  # expect: AF105
    return small, tuple(takewhile(lambda file: file.read_text(), folder()))  # expect: AF105


async def ok_pure_parts():
    files = sorted(folder(), key=lambda file: file.name)
    files.sort(key=lambda file: file.suffix)
    return max(files, key=lambda file: len(file.parts)), list(map(lambda file: file.stem, files))
