from ..util import rest


def nap():
    rest()
