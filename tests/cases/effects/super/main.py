"""`super()` goes on in the base class."""
import time


class Base:
    def save(self):
        time.sleep(1)

    def load(self):
        return 1


class Child(Base):
    def save(self):
        super().save()

    def load(self):
        return super().load()


async def bad_super():
    Child().save()  # expect: AF101


async def ok_super():
    Child().load()
