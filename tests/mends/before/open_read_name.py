import slow


async def main():
    path = slow.source()
    return open(path, encoding="utf-8").read().split()
