"""The client of the notification service."""

import time

import requests

session = requests.Session()


def announce(customer, name):
    for attempt in range(3):
        if session.post("https://notify.example.com", json={"to": customer, "file": name}).ok:
            return
        time.sleep(attempt)
