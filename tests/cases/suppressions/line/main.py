"""Comments that silence a line, at the entry or at the sink."""
import smtplib
import time

NO_ORACLE = "the comments silence true findings"


async def silenced():
    time.sleep(1)  # antifreeze: ignore[AF101] start-up only


async def by_name():
    time.sleep(1)  # antifreeze: ignore[blocking-sleep] start-up only


async def by_category():
    time.sleep(1)  # antifreeze: ignore[sleep] start-up only


async def by_a_category_that_shares_its_rule():
    smtplib.SMTP("localhost")  # antifreeze: ignore[email] start-up only


async def by_another_category():
    time.sleep(1)  # antifreeze: ignore[dns] wrong rule  # expect: AF101, AF901


async def by_noqa():
    time.sleep(1)  # noqa: AF101


async def all_rules():
    time.sleep(1)  # antifreeze: ignore a reason


async def at_the_sink():
    helper()


def helper():
    time.sleep(1)  # antifreeze: ignore[AF101] never for long


async def other_rule():
    time.sleep(1)  # antifreeze: ignore[AF102] wrong rule  # expect: AF101, AF901


async def unused():
    return None  # antifreeze: ignore[AF101] nothing here  # expect: AF901
