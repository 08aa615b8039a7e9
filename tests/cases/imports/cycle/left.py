import right


def start(count):
    if count:
        right.go_on(count - 1)
