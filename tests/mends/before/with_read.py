import slow


async def main():
    with open(slow.source()) as file:
        text = file.read()
    return text
