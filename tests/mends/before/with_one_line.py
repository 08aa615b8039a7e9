import slow


async def main():
    path = slow.source()
    with open(path) as file: text = file.read()
    return text
