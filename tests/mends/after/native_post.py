# unsafe
import httpx
import slow


async def main():
    url = slow.url("a")
    async with httpx.AsyncClient(follow_redirects=True, timeout=None, verify=False) as client:
        answer = await client.post(
            url,
            json={"a": 1},
            follow_redirects=False,
        )
    return answer.json()["method"], answer.status_code
