"""Classes of the standard library that call a method of an heir for each kind of thing that they meet."""

import ast
import cmd
import json
import time
from html.parser import HTMLParser
from string import Formatter


class Links(HTMLParser):
    def handle_starttag(self, tag, attrs):
        self.note(tag)

    def note(self, tag):
        return tag


class SlowLinks(Links):
    def note(self, tag):
        time.sleep(0.01)


async def bad_feed():
    SlowLinks().feed("<a>")  # expect: AF101


async def ok_feed():
    Links().feed("<a>")


class Calls(ast.NodeVisitor):
    def visit_Call(self, node):
        time.sleep(0.01)


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        return node.id


async def bad_visit():
    Calls().visit(ast.parse("a()").body[0].value)  # expect: AF101


async def ok_visit():
    Names().visit(ast.parse("a").body[0].value)


class Shell(cmd.Cmd):
    def do_wait(self, _line):
        time.sleep(0.01)

    def do_look(self, _line):
        return False


async def bad_command():
    Shell().onecmd("wait")  # expect: AF101


class Slow(json.JSONEncoder):
    def default(self, o):
        time.sleep(0.01)
        return str(o)


async def bad_encode():
    Slow().encode(object())  # expect: AF101


async def ok_encode():
    json.JSONEncoder().encode([])


class Lazy(Formatter):
    def get_value(self, key, args, kwargs):
        time.sleep(0.01)
        return key


async def bad_format():
    Lazy().format("{a}")  # expect: AF101
