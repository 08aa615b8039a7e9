"""Members that are picked by a name which an f-string makes of a parameter."""
import time


class Handler:
    def dispatch(self, verb):
        return getattr(self, f"handle_{verb}")()

    def with_default(self, verb):
        method = getattr(self, f"handle_{verb}", None)
        if method is None:
            return None
        return method()

    def ended(self, verb):
        return getattr(self, f"do_{verb}_now")()

    def handle_load(self):
        time.sleep(0.01)

    def handle_size(self):
        return 1

    def do_wait_now(self):
        time.sleep(0.01)

    def do_skip_now(self):
        return 1


async def ok_size():
    Handler().dispatch("size")
    Handler().with_default("size")
    Handler().with_default("nothing")
    Handler().ended("skip")


async def bad_load():
    Handler().dispatch("load")  # expect: AF101


async def bad_with_default():
    Handler().with_default("load")  # expect: AF101


async def bad_ended():
    Handler().ended("wait")  # expect: AF101


async def bad_either():
    for verb in ("load", "size"):
        Handler().dispatch(verb)  # expect: AF101


def report_slow():
    time.sleep(0.01)


def report_quick():
    return 1


def report(kind):
    return globals()[f"report_{kind}"]()


async def bad_global():
    report("slow")  # expect: AF101
