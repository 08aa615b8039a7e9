"""A descriptor builds on first access, and keeps what it built in the object's `__dict__`, or in the class's."""
import time


class Client:
    def fetch(self):
        time.sleep(0.01)

    def label(self):
        return "client"


class Lazy:
    def __init__(self, factory):
        self.factory = factory

    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.slot not in instance.__dict__:
            instance.__dict__[self.slot] = self.factory()
        return instance.__dict__[self.slot]


class Query:
    def __init__(self, model):
        self.model = model

    def __iter__(self):
        time.sleep(0.01)
        return iter([self.model])


class Manager:
    def __get__(self, instance, owner):
        return Query(owner)


class Service:
    client = Lazy(Client)
    objects = Manager()


service = Service()


async def bad_lazy():
    service.client.fetch()  # expect: AF101


async def ok_lazy():
    return service.client.label()


async def bad_through_the_class():
    return [item for item in Service.objects]  # expect: AF101


async def ok_through_the_class():
    return Service.objects.model
