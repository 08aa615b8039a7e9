import slow


async def main():
    path = slow.target()
    with open(path, "w") as file:
        file.write("text")
    return "written"
