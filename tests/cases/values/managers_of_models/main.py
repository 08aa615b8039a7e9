"""What a model's own manager, or a query of its own class, gives are objects of that model."""

from django.contrib.auth.models import AbstractUser
from django.db import models

NO_ORACLE = "needs the framework"


class Shown(models.QuerySet):
    def visible(self):
        return self.filter(hidden=False)

    def newest(self):
        return self.order_by("-id").first()


class Named(models.Manager):
    def named(self, name):
        return self.get(name=name)

    def get_queryset(self):
        return Shown(self.model, using=self._db)


class Base(models.Model):
    objects = Named()

    class Meta:
        abstract = True


class Item(Base):
    shown = Shown.as_manager()
    mixed = models.Manager.from_queryset(Shown)()
    plain = models.Manager()


class User(AbstractUser):
    pass


async def bad_own_manager():
    item = Item.objects.get(pk=1)  # expect: AF104
    item.save()  # expect: AF104


async def bad_method_of_a_manager():
    Item.objects.named("x")  # expect: AF104


async def bad_object_of_a_method():
    item = Item.shown.newest()  # expect: AF104
    item.delete()  # expect: AF104


async def bad_query_as_a_manager():
    for item in Item.shown.visible().filter(kind=1).visible():  # expect: AF104
        item.delete()  # expect: AF104


async def bad_objects_of_a_query():
    async for item in Item.shown.visible():
        item.save()  # expect: AF104
    [item.save() async for item in Item.plain.all()]  # expect: AF104


async def bad_objects_of_a_slice():
    async for item in Item.shown.all()[:3]:
        item.save()  # expect: AF104


async def bad_manager_of_a_query():
    Item.mixed.visible().count()  # expect: AF104
    (await Item.mixed.aget(pk=1)).save()  # expect: AF104


async def bad_user():
    user = await User.objects.aget(pk=1)
    user.save()  # expect: AF104


async def bad_own_queries_of_a_manager():
    Item.objects.get_queryset().visible().count()  # expect: AF104


async def ok_asynchronous():
    item = await Item.shown.visible().afirst()
    await item.asave()
    return [user async for user in User.objects.all()[:3]]
