"""A slice of a query fetches nothing yet, one item of it does."""

from django.db import models

NO_ORACLE = "needs the framework"


class Message(models.Model):
    text = models.TextField()


async def ok_slice(word):
    return [message.text async for message in Message.objects.filter(text__contains=word)[:50]]


async def ok_slice_kept(first, last):
    page = Message.objects.all()[first:last]
    return [message async for message in page]


async def bad_item(word):
    return Message.objects.filter(text__contains=word)[0]  # expect: AF104
