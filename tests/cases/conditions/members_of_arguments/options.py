"""Options and switches."""
from dataclasses import dataclass


@dataclass
class Options:
    kind: str = "memory"


@dataclass
class Switches:
    tracing: bool = False


def load():
    return Options()
