"""A comment on a line of its own speaks of the next line."""
import time

NO_ORACLE = "the comment silences a true finding"


async def silenced():
    # antifreeze: ignore[AF101] on purpose
    time.sleep(1)
