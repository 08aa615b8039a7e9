"""Documents; nothing here imports the library wordfile, nor this module by a shorter name."""
from dataclasses import dataclass


@dataclass
class Document:
    content: str
