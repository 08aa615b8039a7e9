"""Members whose names begin or end with what is written, and those that members of an enumeration name."""
import enum
import time


class Tasks:
    def run_task(self):
        time.sleep(0.01)

    def stop_job(self):
        return 1

    def on_load_task(self):
        time.sleep(0.01)


class Kind(enum.Enum):
    RUN = "run_task"
    STOP = "stop_job"

    def label(self):
        return self.value.title()


class Quick(enum.Enum):
    STOP = "stop_job"


class Starting:
    def start_it(self):
        time.sleep(0.01)


class Ending:
    def it_ends(self):
        return 1


async def by_member(tasks: Tasks, kind: Kind):
    getattr(tasks, kind.value)()  # expect: AF101


async def by_quick_member(tasks: Tasks, kind: Quick):
    getattr(tasks, kind.value)()


async def by_end(tasks: Tasks, name: str):
    getattr(tasks, name + "_task")()  # expect: AF101


async def by_other_end(tasks: Tasks, name: str):
    getattr(tasks, name + "_job")()


async def by_end_of_mark(tasks: Tasks, name: str):
    getattr(tasks, "%s_task" % name)()  # expect: AF101


async def by_end_of_format(tasks: Tasks, name: str):
    getattr(tasks, "{}_task".format(name))()  # expect: AF101


async def by_start(starting: Starting, name: str):
    getattr(starting, "start_" + name)()  # expect: AF101


async def by_start_and_end(tasks: Tasks, name: str):
    getattr(tasks, "on_" + name + "_task")()  # expect: AF101


async def by_none(ending: Ending, name: str):
    getattr(ending, "it_" + name)()


async def main():
    tasks = Tasks()
    await by_member(tasks, Kind.RUN)
    await by_quick_member(tasks, Quick.STOP)
    await by_end(tasks, "run")
    await by_other_end(tasks, "stop")
    await by_end_of_mark(tasks, "run")
    await by_end_of_format(tasks, "run")
    await by_start(Starting(), "it")
    await by_start_and_end(tasks, "load")
    await by_none(Ending(), "ends")


ORACLE = [main]
