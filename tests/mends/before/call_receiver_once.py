import slow


async def main():
    made = []

    def client():
        made.append(1)
        return slow.Client("once")

    return client().deep(), made
