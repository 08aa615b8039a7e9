"""A package that imports what it is asked for, one name at a time."""

_HELP = {"usage": "see the manual", "work": "what takes long"}


def __getattr__(name):
    if name == "work":
        from lazy.slow import work

        return work
    if name == "skip":
        from lazy.quick import skip

        return skip
    if name in _HELP:
        return _HELP[name]
    raise AttributeError(name)
