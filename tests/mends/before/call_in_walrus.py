import slow


async def main():
    if (found := slow.work(5)) and found[0]:
        return found
