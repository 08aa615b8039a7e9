# unsafe
import httpx
import slow


async def main():
    url = slow.url("a")
    async with httpx.AsyncClient(follow_redirects=True, timeout=None, verify=False) as client:
        response = await client.get(url, params={"q": "ü"}, headers={"x-ask": "1"}, timeout=5)
    response.raise_for_status()
    return response.status_code, response.json()["path"], response.headers["x-asked"]
