"""What a long chain of members and calls ends in, of an object that only a caller knows."""
import time


class Query:
    def where(self, condition):
        return self

    def ordered(self, key):
        return self

    def limited(self, count):
        return self

    def all(self):
        time.sleep(0.01)
        return []


class Lazy(Query):
    def all(self):
        return self


class Session:
    def __init__(self, kind):
        self.kind = kind

    def query(self, model):
        return self.kind()


class Repository:
    def __init__(self, session):
        self.session = session

    def newest(self):
        return self.session.query(int).where(1).ordered(2).limited(3)

    def all(self):
        return self.newest().all()

    def all_at_once(self):
        return self.session.query(int).where(1).ordered(2).limited(3).all()


def kept_by(holder):
    return holder.repository.session.query(int).where(1).ordered(2).all()


class Holder:
    def __init__(self, repository):
        self.repository = repository


async def bad_chain():
    Repository(Session(Query)).all()  # expect: AF101


async def bad_at_once():
    Repository(Session(Query)).all_at_once()  # expect: AF101


async def bad_kept():
    kept_by(Holder(Repository(Session(Query))))  # expect: AF101


async def ok_lazy():
    Repository(Session(Lazy)).all()
    Repository(Session(Lazy)).all_at_once()
    kept_by(Holder(Repository(Session(Lazy))))
