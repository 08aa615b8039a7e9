"""Asking whether a query is true fetches it."""

from django.db import models

NO_ORACLE = "needs the framework"


class Message(models.Model):
    text = models.TextField()


class Filter:
    def __init__(self, word):
        self.word = word

    def __bool__(self):
        return bool(self.word)


async def bad_test(word):
    if Message.objects.filter(text__contains=word):  # expect: AF104
        return 1
    return not Message.objects.all()  # expect: AF104


async def bad_bool(word):
    return bool(Message.objects.filter(text__contains=word))  # expect: AF104


async def bad_either(word):
    return Message.objects.filter(text__contains=word) or None  # expect: AF104


async def ok_objects(word):
    found = await Message.objects.filter(text__contains=word).afirst()
    return 1 if found else bool(Filter(word))


async def ok_identity(word):
    found = Message.objects.filter(text__contains=word)
    return found is not None
