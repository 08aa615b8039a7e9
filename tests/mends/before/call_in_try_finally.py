import slow


async def main():
    try:
        return slow.work(1)
    finally:
        slow.work(2)
