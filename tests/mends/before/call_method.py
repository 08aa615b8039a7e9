import slow


async def main():
    return slow.Client("c").fetch("x").upper()
