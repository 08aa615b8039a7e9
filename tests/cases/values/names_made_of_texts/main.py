"""Members that are asked for by names that are made of other texts."""

import time


class View:
    def dispatch(self, method):
        return getattr(self, method.lower())()

    def by_end(self, method):
        return getattr(self, f"{method.lower()}_view")()

    def by_format(self, method):
        return getattr(self, "do_{}".format(method))()


class Health(View):
    def get(self):
        time.sleep(0.01)

    def put(self):
        return 1

    def get_view(self):
        time.sleep(0.01)

    def do_GET(self):
        time.sleep(0.01)


class Plain(View):
    def get(self):
        return 1

    def get_other(self):
        time.sleep(0.01)

    def get_view(self):
        return 1


def work():
    time.sleep(0.01)


def choose(kind):
    return globals()[kind.lower()]


async def bad_names():
    Health().dispatch("GET")  # expect: AF101
    Health().by_end("GET")  # expect: AF101
    Health().by_format("GET")  # expect: AF101
    choose("WORK")()  # expect: AF101


async def ok_names():
    Health().dispatch("PUT")
    Plain().dispatch("GET")
    Plain().by_end("GET")
