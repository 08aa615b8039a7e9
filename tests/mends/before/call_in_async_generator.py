import slow


async def main():
    async def numbers():
        for i in range(2):
            yield slow.work(i)

    return [x async for x in numbers()]
