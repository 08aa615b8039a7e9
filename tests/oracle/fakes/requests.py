"""A stand-in for requests: every request waits, as the real one does."""

import time


class Response:
    status_code = 200
    ok = True
    text = ""
    content = b""

    def json(self):
        return {}

    def raise_for_status(self):
        return None


def get(url, **kwargs):
    time.sleep(0.001)
    return Response()


post = put = patch = delete = head = get


def request(method, url, **kwargs):
    time.sleep(0.001)
    return Response()


class Session:
    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    post = put = patch = delete = head = get

    def request(self, method, url, **kwargs):
        return self.send(url, **kwargs)

    def send(self, request, **kwargs):
        time.sleep(0.001)
        return Response()

    def mount(self, prefix, adapter):
        return None

    def close(self):
        return None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None
