import slow


async def main():
    return slow.work(1)[0] + 2 * slow.work(3)[0]
