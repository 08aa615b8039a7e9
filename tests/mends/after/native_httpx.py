# unsafe
import httpx
import slow


async def main():
    url = slow.url("b")
    async with httpx.AsyncClient(verify=False) as client:
        first = await client.get(url)
        return first.json()["path"], (await client.post(url, json=[1])).json()["sent"]
