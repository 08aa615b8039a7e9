import slow


async def main():
    try:
        slow.work(1, 2, 3)
    except TypeError:
        slow.work()
        return "refused"
