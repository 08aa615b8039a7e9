"""pathlib: what touches the disk, and what only computes."""
from pathlib import Path


async def bad_read():
    return Path("a").read_text()  # expect: AF105


async def bad_joined():
    return (Path("a").parent / "b" / "c.txt").read_bytes()  # expect: AF105


async def bad_write():
    target = Path("a").with_suffix(".bak")
    target.write_text("x")  # expect: AF105


async def ok_pure():
    return (Path("a") / "b").name, Path("a").suffix, Path("a").as_posix()
