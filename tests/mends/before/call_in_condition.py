import slow


async def main():
    x = 1 if slow.work() else 2
    while slow.work(0)[0]:
        x = 3
    assert slow.work(), "never"
    return x
