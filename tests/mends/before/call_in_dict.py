import slow


async def main():
    return {"a": slow.work(1), "b": [*slow.work(2)]}
