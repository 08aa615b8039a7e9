"""Flags that code elsewhere sets by names which it works out: nobody knows which of them."""

import time

import settings

GIVEN = {"debug": True, "DEBUG": True}


class Config:
    debug = False


class Made:
    debug = False

    @classmethod
    def load(cls, given):
        made = cls()
        for key, value in given.items():
            setattr(made, key, value)
        return made


class Updated:
    debug = False


class Itself:
    debug = False


class Untouched:
    verbose = False


config = Config()
updated = Updated()


def load(target, given):
    for key, value in given.items():
        setattr(target, key, value)


load(config, GIVEN)
updated.__dict__.update(GIVEN)
for name in GIVEN:
    setattr(Itself, name, GIVEN[name])
    setattr(settings, name, GIVEN[name])


async def bad_passed():
    if config.debug:
        time.sleep(0.01)  # expect: AF101


async def bad_made():
    if Made.load(GIVEN).debug:
        time.sleep(0.01)  # expect: AF101


async def bad_updated():
    if updated.debug:
        time.sleep(0.01)  # expect: AF101


async def bad_class():
    if Itself.debug:
        time.sleep(0.01)  # expect: AF101


async def bad_module():
    if settings.DEBUG:
        time.sleep(0.01)  # expect: AF101


async def ok_untouched():
    untouched = Untouched()
    if untouched.verbose:
        time.sleep(0.01)
