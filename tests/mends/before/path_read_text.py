import slow
from pathlib import Path


async def main():
    return Path(slow.source()).read_text(encoding="utf-8")
