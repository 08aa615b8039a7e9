import base as parent


class Child(parent.Base):
    name = "child"
