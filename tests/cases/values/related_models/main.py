"""What a field of a model names, and what the named model has of the first one, are objects of these models."""

from django.db import models

NO_ORACLE = "needs the framework"


class Shown(models.QuerySet):
    def visible(self):
        return self.filter(hidden=False)


class Owner(models.Model):
    name = models.CharField(max_length=80)

    async def bad_own(self):
        self.shelves.create(name="a")  # expect: AF104


class Tag(models.Model):
    pass


class Book(models.Model):
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE)
    shelf = models.ForeignKey("library.Shelf", on_delete=models.CASCADE, related_name="books")
    before = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="+")
    tags = models.ManyToManyField(Tag)
    objects = Shown.as_manager()


class Shelf(models.Model):
    owner = models.ForeignKey(to=Owner, on_delete=models.CASCADE, related_name="shelves")


class Cover(models.Model):
    book = models.OneToOneField(Book, on_delete=models.CASCADE)


async def bad_named(book: Book):
    book.owner.save()  # expect: AF104
    book.shelf.owner.delete()  # expect: AF104
    book.before.shelf.save()  # expect: AF104


async def bad_of_one():
    book = await Book.objects.afirst()
    book.cover.save()  # expect: AF104
    book.cover.book.save()  # expect: AF104


async def bad_of_many(owner: Owner):
    for book in owner.book_set.all():  # expect: AF104
        book.delete()  # expect: AF104
    owner.shelves.first()  # expect: AF104


async def bad_of_a_manager(owner: Owner, shelf: Shelf):
    owner.book_set.visible().count()  # expect: AF104
    async for book in shelf.books.all():
        await book.tags.aadd(1)
        book.save()  # expect: AF104


async def bad_tags(book: Book, tag: Tag):
    book.tags.get(pk=1).delete()  # expect: AF104
    book.tags.add(tag)  # expect: AF104
    tag.book_set.get(pk=1)  # expect: AF104


async def ok_names(book: Book, owner: Owner):
    await book.owner.asave()
    owner.books.save()
    owner.cover_set.first()
    return owner.name.upper(), book.shelf_id
