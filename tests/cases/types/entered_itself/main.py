"""What `with` binds: what `__enter__` gives, the object itself where a library's class keeps it, what is awaited."""
NO_ORACLE = "the vendor's library is not there"
import requests
import vendor


class Session(vendor.Session):
    def go(self):
        requests.get("http://localhost")


@vendor.awaitable
async def connect():
    return Session()


async def bad_itself():
    with Session() as session:
        session.go()  # expect: AF102


async def bad_itself_asynchronously():
    async with Session() as session:
        session.go()  # expect: AF102


async def bad_connected():
    async with connect() as session:
        session.go()  # expect: AF102


async def ok_called():
    """Nobody knows what a call of an unknown generic object gives."""
    pool = vendor.Pool[Session]()
    pool().go()


async def ok_unknown():
    with vendor.session as session:
        session.go()
