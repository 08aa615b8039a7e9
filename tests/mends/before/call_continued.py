import slow


async def main():
    x = 1 + \
        slow.work(2)[0]; y = slow \
        .work(3)
    return x, y
