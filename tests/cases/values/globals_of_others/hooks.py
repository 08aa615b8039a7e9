LISTENERS = []
HANDLERS = {}
HOOK = None


def tell_all():
    for listener in LISTENERS:
        listener()


def handle(name):
    HANDLERS[name]()


def call_hook():
    if HOOK is not None:
        HOOK()
