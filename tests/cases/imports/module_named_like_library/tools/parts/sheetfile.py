"""Nothing here imports the library sheetfile, nor this module by a shorter name."""


class Sheet:
    def __init__(self, path):
        self.cells = path
