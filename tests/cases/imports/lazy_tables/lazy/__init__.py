import importlib

_MODULES = {"work": ".slow", "rest": (".slow", "rest"), "stay": "lazy.slow", "skip": ".quick", "get": "requests"}
_NAMES = {"linger": "lazy.slow.linger", "Session": "requests.Session"}


def __getattr__(name):
    if name in _NAMES:
        module, _, name = _NAMES[name].rpartition(".")
        return getattr(importlib.import_module(module), name)
    if name not in _MODULES:
        raise AttributeError(name)
    target = _MODULES[name]
    module = target[0] if isinstance(target, tuple) else target
    return getattr(importlib.import_module(module, __name__), name)
