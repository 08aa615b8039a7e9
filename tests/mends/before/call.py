import slow


async def main():
    return slow.work()
