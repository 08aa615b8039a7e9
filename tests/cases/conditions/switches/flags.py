import enum

DEBUG = False
MODE = "async"
LATE = None
SET_FROM_OUTSIDE = False
SET_BY_NAME = False


def be_late():
    global LATE
    LATE = "late"


class Level(enum.Enum):
    LOW = 1
    HIGH = 2


LEVEL = Level.LOW
