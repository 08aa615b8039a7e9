"""What an operator gives whose left operand is a parameter, or an attribute, of a declared class."""
import asyncio
from pathlib import Path
from tempfile import mkdtemp


class Archive:
    def __init__(self, root: str) -> None:
        self.root = Path(root)

    def __truediv__(self, name: str) -> Path:
        return self.root / name

    def __add__(self, name):
        return self.root / name

    def __sub__(self, name):
        return name


class Report:
    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    async def bad_publish(self) -> None:
        target = self.archive / "a"
        target.write_text("a")  # expect: AF105

    async def ok_name(self) -> str:
        target = self.archive / "a"
        return target.name


async def bad_given(archive: Archive = Archive(mkdtemp())) -> None:
    (archive / "b").write_text("b")  # expect: AF105
    (archive + "b").read_text()  # expect: AF105


async def ok_given(archive: Archive = Archive(mkdtemp())) -> None:
    (archive - "b").upper()
    await asyncio.to_thread((archive / "c").write_text, "c")


REPORT = Report(Archive(mkdtemp()))


async def main() -> None:
    await REPORT.bad_publish()
    await REPORT.ok_name()
    await bad_given()
    await ok_given()


ORACLE = [main]
