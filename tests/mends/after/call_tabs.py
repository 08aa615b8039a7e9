import asyncio

import slow


async def main():
	if True:
		return await asyncio.to_thread(slow.work, 1)
