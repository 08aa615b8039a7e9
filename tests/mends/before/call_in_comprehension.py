import slow


async def main():
    return [slow.work(i) for i in range(2)]
