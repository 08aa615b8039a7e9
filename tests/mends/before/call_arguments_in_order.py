import slow


async def main():
    order = []

    def note(x):
        order.append(x)
        return x

    return slow.pairs(note(1), note(2), k=note(3)), order
