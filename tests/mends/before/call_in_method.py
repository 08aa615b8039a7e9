import slow


class Service:
    def __init__(self):
        self.client = slow.Client("svc")

    async def get(self, key):
        return self.client.deep(key)


async def main():
    return await Service().get("x")
