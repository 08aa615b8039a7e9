"""Properties that heirs override and read of their base: `super().headers`."""
import time


class Base:
    @property
    def headers(self):
        return {"a": self.platform()}

    def platform(self):
        time.sleep(0.01)
        return "a"

    def build(self):
        return dict(self.headers)


class Client(Base):
    async def bad_request(self):
        self.build()  # expect: AF101


class Own(Client):
    @property
    def headers(self):
        return {**super().headers, "b": 1}


class Direct(Client):
    @property
    def headers(self):
        return super().headers


class Fixed(Client):
    @property
    def headers(self):
        return {}


async def bad_read():
    print(Own().headers)  # expect: AF101
    print(Direct().headers)  # expect: AF101


async def ok_read():
    print(Fixed().headers)


async def bad_main():
    await Own().bad_request()
