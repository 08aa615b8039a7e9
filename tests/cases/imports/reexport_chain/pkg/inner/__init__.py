from .core import real as load
