import time


def register(table):
    @table.tool()
    def status():
        time.sleep(1)
