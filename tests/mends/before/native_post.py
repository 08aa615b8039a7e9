# unsafe
import requests
import slow


async def main():
    url = slow.url("a")
    answer = requests.post(
        url,
        json={"a": 1},
        allow_redirects=False,
        verify=False,
    )
    return answer.json()["method"], answer.status_code
