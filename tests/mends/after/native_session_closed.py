# unsafe
import httpx
import slow


async def main():
    url = slow.url("a")
    session = httpx.AsyncClient(follow_redirects=True, timeout=None, verify=False)
    paths = []
    for _ in range(2):
        paths.append((await session.get(url)).json()["path"])
    response = await session.head(url, follow_redirects=False)
    await session.aclose()
    return paths, response.status_code
