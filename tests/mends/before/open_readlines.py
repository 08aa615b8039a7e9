import slow


async def main():
    path = slow.source("a\nb\n")
    lines = open(path).readlines()
    return lines
