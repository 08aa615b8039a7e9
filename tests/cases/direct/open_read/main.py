"""A file that is opened, read and closed."""


async def bad_with():
    with open("data.txt") as file:  # expect: AF105
        return file.read()  # expect: AF105


async def bad_chained():
    return open("data.txt").read()  # expect: AF105


async def bad_lines():
    handle = open("data.txt")  # expect: AF105
    for line in handle:  # expect: AF105
        print(line)
