import slow


async def main():
    a, b = slow.source("x"), slow.source("y")
    with open(a) as first, open(b) as second:
        both = first.read() + second.read()
    return both
