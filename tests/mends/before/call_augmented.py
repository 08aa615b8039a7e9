import slow


async def main():
    total = 1
    total += slow.work(5)[0]
    return total
