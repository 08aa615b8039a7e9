"""Paths that class methods make, and that are joined before anything tells what they are."""
from pathlib import Path

HERE = Path(__file__)
ROOT = Path.cwd() / HERE.parent
HOME = Path.home()


class Index:
    def __init__(self, root):
        self.root = root

    def template(self, *names):
        return (self.root / "." / names[0]).read_bytes()

    def opened(self, name):
        with (self.root / name).open() as file:
            return file.read()

    def name_of(self, name):
        return (self.root / name).name


def ratio(count, total):
    return count / total


index = Index(ROOT)


async def bad_joined():
    (ROOT / "main.py").read_text()  # expect: AF105


async def bad_template():
    index.template("main.py")  # expect: AF105


async def bad_opened():
    Index(HERE.parent).opened("main.py")  # expect: AF105


async def ok_name():
    return index.name_of("x"), (HOME / "x").name, ratio(1, 2)
