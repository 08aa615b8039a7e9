import slow


async def main():
    return open(slow.source()).read()
