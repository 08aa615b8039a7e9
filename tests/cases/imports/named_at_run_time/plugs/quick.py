def handle():
    return 1


class Plugin:
    def run(self):
        return 1
