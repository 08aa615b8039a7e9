import slow


async def main():
	if True:
		return slow.work(1)
