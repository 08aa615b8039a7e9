# unsafe
import requests
import slow


async def main():
    url = slow.url("a")
    session = requests.Session()
    paths = []
    for _ in range(2):
        paths.append(session.get(url, verify=False).json()["path"])
    response = session.head(url, verify=False)
    session.close()
    return paths, response.status_code
