import slow


async def main():
    first, *rest = slow.work(9)
    return first, rest
