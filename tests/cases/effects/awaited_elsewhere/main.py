"""What has a special method that only coroutines call, and is awaited, entered or iterated by none that is seen."""
import time

NO_ORACLE = "nobody here awaits what these classes make"


class Reply:
    def __await__(self):
        time.sleep(0.01)  # expect: AF101
        yield


class Session:
    def __aenter__(self):
        time.sleep(0.01)  # expect: AF101

    def __aexit__(self, *details):
        time.sleep(0.01)  # expect: AF101


class Feed:
    def __aiter__(self):
        time.sleep(0.01)  # expect: AF101
        return self
