"""Members of an enumeration are its instances: their methods run like any other."""
import enum
import time


class Mode(enum.Enum):
    SLOW = "slow"
    FAST = "fast"

    def pause(self):
        time.sleep(0.01)

    def title(self):
        return self.value.upper()


async def bad_member():
    Mode.SLOW.pause()  # expect: AF101


async def ok_member():
    return Mode.FAST.title()
