"""Methods that subclasses have in another way than by a definition: objects that can be called, and libraries' functions."""
import abc
import time


class Step(abc.ABC):
    @abc.abstractmethod
    def run(self): ...


class Middle(Step):
    @abc.abstractmethod
    def run(self):
        """Leaves it to others once more."""


class Pause:
    def __call__(self):
        time.sleep(0.01)


class Paused(Middle):
    run = Pause()


class Task(abc.ABC):
    @abc.abstractmethod
    def run(self, seconds): ...


class Sleeping(Task):
    run = staticmethod(time.sleep)


class Plain(Task):
    run = staticmethod(float)


def named(*parts):
    return globals()["".join(parts)]


async def use(step: Step):
    step.run()  # expect: AF101


async def start(task: Task):
    task.run(0.01)  # expect: AF101


async def ok_named():
    await named("u", "se")(Paused())
    await named("st", "art")(Sleeping())


def fetch(*parts) -> Task:
    return named(*parts)()


def fetch_step(*parts) -> Step:
    return named(*parts)()


async def bad_fetched():
    fetch("Sleep", "ing").run(0.01)  # expect: AF101


async def bad_fetched_step():
    fetch_step("Pau", "sed").run()  # expect: AF101
