"""What is declared as a class that the program makes no object of is one of those that derive from it."""
import time


class System:
    every = 1

    def update(self):
        self.step()

    def step(self):
        time.sleep(0.01)

    def rest(self):
        time.sleep(0.01)


class Moving(System):
    def step(self):
        return 1


class Scoring(System):
    def step(self):
        return 2

    def rest(self):
        return 3


class Made:
    def step(self):
        time.sleep(0.01)


class MadeToo(Made):
    def step(self):
        return 1


class World:
    def __init__(self):
        self.systems: list[System] = []
        self.made: list[Made] = []

    async def ok_overridden(self):
        for system in self.systems:
            system.update()

    async def bad_inherited(self):
        for system in self.systems:
            system.rest()  # expect: AF101

    async def bad_made(self):
        for one in self.made:
            one.step()  # expect: AF101


def add(world: World, system: System):
    world.systems.append(system)


async def bad_main():
    world = World()
    add(world, Moving())
    add(world, Scoring())
    world.made.append(Made())
    world.made.append(MadeToo())
    await world.ok_overridden()
    await world.bad_inherited()
    await world.bad_made()
