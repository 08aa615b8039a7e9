import slow


async def main():
    return slow.work(slow.work(1))
