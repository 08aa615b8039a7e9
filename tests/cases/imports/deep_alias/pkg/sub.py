class Client:
    def load(self):
        return open("x").read()
