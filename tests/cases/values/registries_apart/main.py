"""Two objects of one class hold what each of them was given."""
import time

from registries import Bus, Commands, Device, Disk, Memory, Orders, Simulator

chat = Commands()
admin = Commands()
quiet = Bus()
slow = Bus()


@chat.command("ping")
def ping():
    return "pong"


@admin.command("backup")
def backup():
    time.sleep(1)


@quiet.on(str)
def count(event):
    return len(event)


@slow.on(str)
def nap(event):
    time.sleep(1)


async def ok_chat():
    chat.run("ping")


async def bad_admin():
    admin.run("backup")  # expect: AF101


async def ok_quiet():
    quiet.publish("x")


async def bad_slow():
    slow.publish("x")  # expect: AF101


async def bad_slow_soon():
    await quiet.publish_soon("x")
    await slow.publish_soon("x")


async def ok_device():
    Device().start()


async def bad_simulator():
    Simulator().start()  # expect: AF101


def publish_by(bus):
    bus.publish("x")


async def ok_handed_on():
    publish_by(quiet)


async def bad_handed_on():
    publish_by(slow)  # expect: AF101


async def ok_made_with():
    Orders(Memory()).place(publish_by)


async def bad_made_with():
    Orders(Disk()).place(publish_by)  # expect: AF101
