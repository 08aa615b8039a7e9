"""Constants, and one that is none."""
import enum

SLOW = "slow"
FAST = "fast"

current = "fast"


def choose(mode):
    global current
    current = "".join(mode)


class Kind(enum.Enum):
    LOCAL = "local"
    REMOTE = "remote"
    FAR = "remote"
    SHARED = "shared"
