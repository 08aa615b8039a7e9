import slow


async def main():
    return slow.pairs((lambda: 3)(), k=(lambda x: x)(4))
