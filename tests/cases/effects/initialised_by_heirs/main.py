"""What the constructor of a base waits for, where a heir calls it by itself."""
import imaplib
import smtplib

NO_ORACLE = "the recorder takes the place of the very class that the heirs derive from"


class Mailbox(imaplib.IMAP4):
    def __init__(self, host):
        super().__init__(host)


class ByName(imaplib.IMAP4):
    def __init__(self, host):
        imaplib.IMAP4.__init__(self, host)


class Sender(smtplib.SMTP):
    def __init__(self):
        super().__init__("localhost")


class LazySender(smtplib.SMTP):
    def __init__(self):
        super().__init__()


async def bad_super():
    Mailbox("localhost")  # expect: AF110


async def bad_by_name():
    ByName("localhost")  # expect: AF110


async def bad_told_where():
    Sender()  # expect: AF110


async def ok_connects_later():
    LazySender()
