"""The body of a response was read when it came, unless it was asked to come later."""
import requests
import urllib3

NO_ORACLE = "no server is running"


async def bad_streamed(url):
    response = requests.get(url, stream=True)  # expect: AF102
    for chunk in response.iter_content(1024):  # expect: AF102
        print(chunk)
    later = requests.get(url, stream=True)  # expect: AF102
    return later.json()  # expect: AF102


async def bad_handed_over(response: requests.Response):
    for line in response.iter_lines():  # expect: AF102
        print(line)


async def bad_plain(url):
    response = requests.get(url)  # expect: AF102
    for chunk in response.iter_content(1024):
        print(chunk)
    return response.json()


async def bad_session(url):
    with requests.Session() as session:
        response = session.post(url, stream=False)  # expect: AF102
        return list(response.iter_lines())


async def ok_handed_over(response: requests.Response):
    return response.json()


async def bad_later(url):
    response = urllib3.request("GET", url, preload_content=False)  # expect: AF102
    for chunk in response.stream():  # expect: AF102
        print(chunk)
    return response.read()  # expect: AF102


async def bad_at_once(url):
    response = urllib3.PoolManager().request("GET", url)  # expect: AF102
    for chunk in response.stream():
        print(chunk)
    return response.read()


async def ok_read(response: urllib3.HTTPResponse):
    return response.read()
