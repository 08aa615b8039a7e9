"""What an exit stack enters keeps its type."""
import io
from contextlib import ExitStack


async def bad_file():
    with ExitStack() as stack:
        file = stack.enter_context(open("x"))  # expect: AF105
        return file.read()  # expect: AF105


async def ok_memory():
    with ExitStack() as stack:
        return stack.enter_context(io.StringIO("x")).read()
