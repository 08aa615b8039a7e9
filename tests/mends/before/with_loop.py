import slow


async def main():
    path = slow.source()
    lines = []
    with open(path) as file:
        for line in file:
            lines.append(line.strip())
    return lines
