# unsafe
import httpx
import slow


async def main():
    url = slow.url("b")
    with httpx.Client(verify=False) as client:
        first = client.get(url)
        return first.json()["path"], client.post(url, json=[1]).json()["sent"]
