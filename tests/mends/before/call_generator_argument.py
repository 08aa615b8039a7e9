import slow


async def main():
    return slow.pairs(sum(i for i in range(4)), *(i for i in range(2)))
