import slow


async def main():
    return slow.pairs(
        1,  # first
        # and then
        b="ü",
    )
