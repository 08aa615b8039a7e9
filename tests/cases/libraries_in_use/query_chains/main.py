"""What an object-relational mapper builds call by call asks the database where it is iterated, counted or run."""
import asyncio

from peewee import CharField, IntegerField, Model, fn

NO_ORACLE = "needs peewee"


class Stock(Model):
    sku = CharField()
    quantity = IntegerField()


def low(limit):
    return Stock.select().where(Stock.quantity < limit).order_by(Stock.sku)


class Report:
    def __init__(self):
        self.query = Stock.select(Stock.sku).group_by(Stock.sku)

    def page(self, number):
        return self.query.paginate(number, 20)


async def bad_iteration(report: Report):
    for stock in low(3):  # expect: AF104
        stock.save()  # expect: AF104
    names = [row["sku"] for row in Stock.select().dicts()]  # expect: AF104
    return names, list(Report().page(1)), sorted(report.page(2))  # expect: AF104


async def bad_size():
    if len(low(3)) > 1:  # expect: AF104
        return low(3)[0]  # expect: AF104
    return Stock.select(fn.SUM(Stock.quantity)).scalar()  # expect: AF104


async def bad_writes():
    Stock.update(quantity=1).where(Stock.sku == "a").execute()  # expect: AF104
    Stock.delete().where(Stock.sku == "a").execute()  # expect: AF104
    Stock.insert(sku="a").on_conflict_replace().execute()  # expect: AF104
    low(3).first().delete_instance()  # expect: AF104


async def ok_built():
    query = Stock.select().where(Stock.quantity > 1).limit(3)
    return query.sql(), Stock.update(quantity=2).where(Stock.sku == "a"), Stock(sku="b")


async def ok_thread():
    return await asyncio.to_thread(list, low(3))
