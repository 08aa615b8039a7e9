import slow


async def main():
    return slow.Client(slow.work(7)[0]).fetch()
