from . import util
from .deep.more import nap


def handle():
    util.rest()
    nap()
