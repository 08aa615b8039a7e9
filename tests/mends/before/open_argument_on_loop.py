import slow


async def main():
    import threading
    seen = []
    made = slow.source()

    def path():
        seen.append(threading.current_thread() is threading.main_thread())
        return made

    return open(path()).read(), seen
