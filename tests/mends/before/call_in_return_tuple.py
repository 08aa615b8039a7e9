import slow


async def main():
    return slow.work(1), slow.work(2)
