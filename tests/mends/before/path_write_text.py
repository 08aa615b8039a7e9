import slow
from pathlib import Path


async def main():
    return Path(slow.target()).write_text("ünd so", encoding="utf-8")
