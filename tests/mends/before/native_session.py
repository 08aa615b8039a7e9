# unsafe
import requests
import slow


async def main():
    url = slow.url("a")
    with requests.Session() as session:
        session.headers.update({"x-ask": "1"})
        response = session.get(url, params={"q": "ü"}, timeout=5, verify=False)  # the first
        response.raise_for_status()
        asked = response.headers["x-asked"]
        last = session.get(url, allow_redirects=False, verify=False).json()["path"]
    return response.status_code, asked, last
