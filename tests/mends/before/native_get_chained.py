# unsafe
import requests
import slow


async def main():
    url = slow.url("a")
    return requests.get(url, verify=False).json()["path"]
