"""Run with the folder above as a source root, although that is a package."""
from pause import pause


def refresh():
    pause()
