import slow


async def main():
    import json

    path = slow.source("{")
    try:
        with open(path) as file:
            return json.load(file)
    except ValueError as error:
        return type(error).__name__
