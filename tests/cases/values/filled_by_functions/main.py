"""Lists and dicts that are made here and filled by the functions that they are passed to."""
import time


def slow():
    time.sleep(0.01)


def quick():
    return 1


def add_to(jobs, job, extra=None):
    jobs.append(job)
    if extra is not None:
        jobs.append(extra)


def name_in(table, name, job):
    table[name] = job


def through(jobs, job):
    add_to(jobs, job)


def untouched(jobs, job):
    return len(jobs), job


class Filler:
    def __init__(self, job):
        self.job = job

    def fill(self, jobs):
        jobs.append(self.job)

    @staticmethod
    def fill_with(jobs, job):
        jobs.append(job)


async def bad_added():
    jobs = []
    add_to(jobs, slow)
    for job in jobs:
        job()  # expect: AF101


async def bad_by_default():
    jobs = []
    add_to(jobs, quick, extra=slow)
    for job in jobs:
        job()  # expect: AF101


async def bad_named():
    table = {}
    name_in(table, "slow", slow)
    table["slow"]()  # expect: AF101


async def bad_static():
    jobs = []
    Filler.fill_with(jobs, slow)
    jobs[0]()  # expect: AF101


async def bad_closure():
    jobs = []

    def put(job):
        jobs.append(job)

    put(slow)
    jobs.pop()()  # expect: AF101


async def bad_alias():
    jobs: list = []
    others = jobs
    add_to(others, slow)
    jobs[0]()  # expect: AF101


async def ok_quick():
    jobs = []
    add_to(jobs, quick)
    untouched(jobs, slow)
    for job in jobs:
        job()


async def ok_filler():
    jobs = list()
    Filler(quick).fill(jobs)
    Filler.fill_with(jobs, quick)
    for job in jobs:
        job()
