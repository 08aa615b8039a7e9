import sqlite3


class BaseRepository:
    def __init__(self, path):
        self.path = path

    def query(self, sql):
        connection = sqlite3.connect(self.path)
        return connection.execute(sql).fetchall()


class UserRepository(BaseRepository):
    def by_name(self, name):
        return self.query("select 1")
