"""What is awaited is no plain function that gives a text: the object is of another class than it seems."""
import inspect


class Manager:
    def load_from_path(self, path):
        raise NotImplementedError

    def load(self, paths):
        if not inspect.iscoroutinefunction(self.load_from_path):
            return [self.load_from_path(path) for path in paths]
        return self.ok_load_async(paths)

    async def ok_load_async(self, paths=()):
        return [await self.load_from_path(path) for path in paths]


class OnDisk(Manager):
    def load_from_path(self, path):
        with open(path) as file:
            return file.read()


async def bad_load():
    OnDisk().load([__file__])  # expect: AF105, AF105
