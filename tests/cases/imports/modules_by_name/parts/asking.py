import importlib
import sys


def beside():
    return importlib.import_module(f"{__package__}.slow")


def relative():
    return importlib.import_module(".slow", __package__)


def itself():
    return sys.modules[__name__]


def glance():
    return None
