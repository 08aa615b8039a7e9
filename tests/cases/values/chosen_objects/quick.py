def handle():
    return 1


class Worker:
    def work(self):
        return 1
