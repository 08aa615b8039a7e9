"""The first parameter of a static method is no receiver: what callers pass for it counts."""

import io
import time


class Spec:
    @staticmethod
    async def bad_from_path(name="name"):
        def source():
            time.sleep(0.01)
            return io.BytesIO()

        return await Spec.made(source)

    @staticmethod
    async def ok_from_bytes(data=b""):
        def source():
            return io.BytesIO(data)

        return await Spec.made(source)

    @staticmethod
    async def made(source):
        with source() as file:  # expect: AF101
            return file.read()


async def ok_otherwise():
    return await Quiet.made(lambda: 1)


class Quiet:
    @staticmethod
    async def made(source):
        return source()


async def bad_spec():
    await Spec.bad_from_path()
