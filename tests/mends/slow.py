"""What the cases call: it really takes its time, so that a loop that waits for it stands still."""

import contextlib
import http.server
import os
import socketserver
import sys
import tempfile
import threading
import time

DELAY = 0.1


def work(x=0, *, deep=False):
    time.sleep(DELAY)
    return [x, deep]


def pairs(*args, **kwargs):
    time.sleep(DELAY)
    return {"args": list(args), **kwargs}


class Client:
    def __init__(self, name="n"):
        self.name = name

    def fetch(self, key="k"):
        time.sleep(DELAY)
        return f"{self.name}:{key}"

    def deep(self, key="k"):
        return self.fetch(key) + "!"


def _pipe():
    path = os.path.join(tempfile.mkdtemp(), "pipe")
    os.mkfifo(path)
    return path


def source(text="one\ntwo\nthree\n"):
    """A file that gives its text after a while."""
    path = _pipe()

    def write():
        with open(path, "w", encoding="utf-8") as file:
            time.sleep(DELAY)
            file.write(text)

    threading.Thread(target=write, daemon=True).start()
    return path


TAKEN = []


def target():
    """A file that takes text after a while; what it took is in TAKEN."""
    path = _pipe()

    def read():
        time.sleep(DELAY)
        with open(path, encoding="utf-8") as file:
            TAKEN.append(file.read())

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return path


def program(code=0):
    return [sys.executable, "-c", f"import time; time.sleep({DELAY}); raise SystemExit({code})"]


class _Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(DELAY)
        size = int(self.headers.get("content-length", 0))
        body = f'{{"path": "{self.path}", "method": "{self.command}", "sent": {size}}}'.encode()
        self.send_response(404 if "missing" in self.path else 200)
        self.send_header("content-type", "application/json")
        self.send_header("x-asked", self.headers.get("x-ask", ""))
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_GET

    def log_message(self, *args):
        pass


def url(path=""):
    """An address that answers after a while."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/{path}"


class _Redis(socketserver.StreamRequestHandler):
    def handle(self):
        with contextlib.suppress(ConnectionError, ValueError):
            while line := self.rfile.readline():
                words = []
                for _ in range(int(line[1:])):
                    self.rfile.readline()
                    words.append(self.rfile.readline().strip().upper())
                if words[0] == b"GET":
                    time.sleep(DELAY)
                    self.wfile.write(b"$5\r\nvalue\r\n")
                else:
                    self.wfile.write(b"+OK\r\n")


def redis_port():
    """The port of something that speaks enough of Redis, slowly."""
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Redis)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]
