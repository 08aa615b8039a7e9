# unsafe
import requests
import slow


async def main():
    url = slow.url("a")
    response = requests.get(url, params={"q": "ü"}, headers={"x-ask": "1"}, timeout=5, verify=False)
    response.raise_for_status()
    return response.status_code, response.json()["path"], response.headers["x-asked"]
