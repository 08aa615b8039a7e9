from repository import UserRepository


class UserService:
    def __init__(self, repository):
        self.repository = repository

    @classmethod
    def create(cls):
        return cls(UserRepository("app.db"))

    def find(self, name):
        return self.repository.by_name(name)
