# unsafe
import httpx
import slow


async def main():
    url = slow.url("a")
    async with httpx.AsyncClient(follow_redirects=True, timeout=None, verify=False) as session:
        session.headers.update({"x-ask": "1"})
        response = await session.get(url, params={"q": "ü"}, timeout=5)  # the first
        response.raise_for_status()
        asked = response.headers["x-asked"]
        last = (await session.get(url, follow_redirects=False)).json()["path"]
    return response.status_code, asked, last
