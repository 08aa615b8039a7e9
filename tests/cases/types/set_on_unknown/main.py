"""A state that moves its machine on: one class alone keeps an attribute of that name."""
import time


class Idle:
    def __init__(self, machine):
        self.machine = machine

    def advance(self):
        self.machine.current_state = Busy(self.machine)


class Busy:
    def __init__(self, machine):
        self.machine = machine

    def advance(self):
        time.sleep(0.01)


class Machine:
    def __init__(self):
        self.current_state = Idle(self)

    def step(self):
        self.current_state.advance()


async def bad_stepped():
    machine = Machine()
    for _ in range(2):
        machine.step()  # expect: AF101


async def ok_kept():
    return Machine().current_state
