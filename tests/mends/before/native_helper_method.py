# unsafe
import slow


class Service:
    def _load(self, key):
        # what takes its time
        return slow.work(key, deep=True)

    async def get(self, key):
        return self._load(key)[0]


async def main():
    return await Service().get(4)
