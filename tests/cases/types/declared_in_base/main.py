"""What a class keeps in an attribute says more than what its base declares it as."""
import time
from abc import ABC, abstractmethod
from typing import Protocol


class Repository(Protocol):
    def get(self): ...


class SqlRepository:
    def get(self):
        time.sleep(0.01)


class FakeRepository:
    def get(self):
        return 1


class UnitOfWork(ABC):
    rows: Repository

    @abstractmethod
    def commit(self): ...


class SqlUnitOfWork(UnitOfWork):
    def __init__(self):
        self.rows = SqlRepository()

    def commit(self):
        return None


class FakeUnitOfWork(UnitOfWork):
    def __init__(self):
        self.rows = FakeRepository()

    def commit(self):
        return None


def use(unit: UnitOfWork):
    unit.rows.get()


async def bad_passed():
    use(SqlUnitOfWork())  # expect: AF101


async def bad_read():
    SqlUnitOfWork().rows.get()  # expect: AF101


async def ok_passed():
    use(FakeUnitOfWork())


async def ok_read():
    FakeUnitOfWork().rows.get()
