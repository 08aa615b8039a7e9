"""The items of a shelf lie in a database's file."""
import shelve

NO_ORACLE = "nothing stands in for the databases that shelves are kept in"


async def bad_items():
    with shelve.open("shelf") as shelf:  # expect: AF104
        shelf["a"] = 1  # expect: AF104
        print(shelf["a"])  # expect: AF104
        print(shelf.get("a"))  # expect: AF104
        del shelf["a"]  # expect: AF104


async def ok_items():
    items = {"a": 1}
    items["a"] = 2
    del items["a"]
