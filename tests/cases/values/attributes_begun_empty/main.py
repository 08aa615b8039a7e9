"""Attributes that are None at first, of classes that others may have a hand in."""
import time
from dataclasses import dataclass

import requests


class Slow:
    def work(self):
        time.sleep(0.01)


class Session(requests.Session):
    client = None

    def open(self):
        self.client = Slow()


class Job:
    client = None

    def open(self):
        self.client = Slow()


def reset(job):
    job.client = None


@dataclass
class Task:
    client: Slow = None


async def bad_session():
    session = Session()
    session.open()
    session.client.work()  # expect: AF101


async def bad_job():
    job = Job()
    job.open()
    job.client.work()  # expect: AF101


async def bad_task():
    Task(Slow()).client.work()  # expect: AF101
