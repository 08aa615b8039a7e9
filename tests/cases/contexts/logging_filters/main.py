"""Filters and formatters run where coroutines log."""
import logging
import time


class Shipping(logging.Handler):
    def emit(self, record):
        self.last = self.format(record)


class Stamping(logging.Filter):
    def filter(self, record):
        time.sleep(0.01)  # expect: AF101
        return True


class Spelling(logging.Formatter):
    def format(self, record):
        time.sleep(0.01)  # expect: AF101
        return record.getMessage()


class Unused(logging.Formatter):
    def format(self, record):
        time.sleep(0.01)
        return ""


def asked(record):
    time.sleep(0.01)  # expect: AF101
    return True


def configure(name):
    log = logging.getLogger(name)
    log.setLevel(logging.INFO)
    log.propagate = False
    handler = Shipping()
    handler.addFilter(Stamping())
    handler.setFormatter(Spelling())
    log.addHandler(handler)
    log.addFilter(asked)
    return log


async def bad_logged():
    configure("loud").info("hello")
