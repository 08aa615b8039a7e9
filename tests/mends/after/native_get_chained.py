# unsafe
import httpx
import slow


async def main():
    url = slow.url("a")
    async with httpx.AsyncClient(follow_redirects=True, timeout=None, verify=False) as client:
        return (await client.get(url)).json()["path"]
