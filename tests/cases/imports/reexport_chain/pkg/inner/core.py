import requests


def real():
    return requests.get("http://localhost")
