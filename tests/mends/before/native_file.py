# unsafe
import slow


async def one(x):
    return x


async def main():
    path = slow.source()
    lines = []
    with open(path, encoding="utf-8") as file:
        head = await one(file.read(4))
        for line in file:
            lines.append(await one(line.strip()))
    return head, lines
