import slow


async def main():
    path = slow.source()
    with open(path) as file:
        # the heading
        head = file.readline()
        rest = file.read()
    return head, rest
