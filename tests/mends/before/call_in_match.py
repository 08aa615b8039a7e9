import slow


async def main():
    match slow.work(2):
        case [2, False]:
            return "two"
        case _:
            return "other"
