import slow


async def main():
    path = slow.source()
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()
