import slow


async def main():
    return slow.work(3, deep=True)
