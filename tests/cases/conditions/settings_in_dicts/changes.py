from options import OPTIONS


def allow():
    OPTIONS["wait"] = True
