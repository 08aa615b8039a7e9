"""Classes that derive from those whose making blocks, and call their `__init__` in one way or another."""
NO_ORACLE = "the databases are not there"
import ftplib
import smtplib


class BySuper(smtplib.SMTP):
    def __init__(self, host):
        super().__init__(host)


class ByName(smtplib.SMTP):
    def __init__(self, host):
        smtplib.SMTP.__init__(self, host)


class Unconnected(smtplib.SMTP):
    def __init__(self):
        super().__init__()


class UnconnectedByName(smtplib.SMTP):
    def __init__(self):
        smtplib.SMTP.__init__(self)


async def bad_super():
    BySuper("localhost")  # expect: AF110


async def bad_name():
    ByName("localhost")  # expect: AF110


async def ok_unconnected():
    Unconnected()
    UnconnectedByName()
