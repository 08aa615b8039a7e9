"""Setting an attribute that a descriptor stands for runs its `__set__`; so does adding to it in place."""
import time


class Saved:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return instance.__dict__.get(self.name, 0)

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value
        time.sleep(0.01)


class Checked:
    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        instance.__dict__[self.name] = int(value)


class Watched:
    def __init__(self):
        self.listeners = []

    def __get__(self, instance, owner):
        return self

    def __set__(self, instance, value):
        for listener in self.listeners:
            listener(value)

    def listen(self, function):
        self.listeners.append(function)
        return function


class Model:
    saved = Saved()
    checked = Checked()
    watched = Watched()
    plain = 0


@Model.watched.listen
def waits(value):
    time.sleep(0.01)


async def bad_set():
    Model().saved = 1  # expect: AF101


async def bad_added():
    model = Model()
    model.saved += 1  # expect: AF101


async def bad_watched():
    Model().watched = 1  # expect: AF101


async def ok_others():
    model = Model()
    model.checked = 1
    model.plain = 1


async def ok_read():
    return Model().saved
