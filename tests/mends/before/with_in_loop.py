import slow


async def main():
    texts = []
    for path in (slow.source("a"), slow.source("b")):
        with open(path) as file:
            texts.append(file.read())
    return texts
