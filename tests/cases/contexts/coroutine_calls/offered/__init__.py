from .parts import published

__all__ = ["published"]
