from sheetfile import Sheet as Opened

from tools.parts.sheetfile import Sheet


def cells(path):
    return Sheet(Opened(path).cells).cells
