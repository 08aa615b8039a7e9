"""What start-up code sets, from within and from without."""
import requests

session: requests.Session
limit = 0
debug = False


def configure(made):
    global session, client
    session = made
    client = Client()


class Client:
    def get(self):
        return requests.get("http://localhost")
