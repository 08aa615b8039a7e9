import slow


async def main():
    return not slow.work(), -slow.work(2)[0], slow.work(2)[0] ** 2
