"""LevelDB by plyvel: each call reads or writes files, what makes views of the database does not."""
import asyncio

import plyvel

NO_ORACLE = "plyvel is not installed"


async def bad_opened():
    return plyvel.DB("blocks", create_if_missing=True)  # expect: AF104


async def bad_asked(db: plyvel.DB):
    users = db.prefixed_db(b"user-")
    users.put(b"1", b"a")  # expect: AF104
    db.get(b"1")  # expect: AF104
    for key, value in db.iterator(prefix=b"user-"):  # expect: AF104
        print(key, value)


async def bad_written(db: plyvel.DB):
    batch = db.write_batch()
    batch.put(b"1", b"a")
    batch.write()  # expect: AF104


async def ok_off_the_loop(db: plyvel.DB):
    await asyncio.to_thread(db.get, b"1")
