"""Methods that register under another name, which other modules import."""
import time

from registry import command, loud, other, plugged, quiet


@command("slow")
def slow():
    time.sleep(0.01)


@other("quick")
def quick():
    return None


plugged.plug("slow", slow)


async def bad_invoked():
    await loud.invoke("slow")


async def bad_plugged():
    await plugged.invoke("slow")


async def ok_invoked():
    await quiet.invoke("quick")
