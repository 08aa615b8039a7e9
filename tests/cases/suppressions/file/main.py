"""A comment that silences a rule in a whole file."""
# antifreeze: ignore-file[AF105] this tool reads files
import time

NO_ORACLE = "the comment silences true findings"


async def reads():
    return open("x").read()


async def sleeps():
    time.sleep(1)  # expect: AF101
