"""The base class of SQLAlchemy's models holds the tables.

NO_ORACLE: the library is not installed.
"""
from sqlalchemy.orm import DeclarativeBase, declarative_base


class Base(DeclarativeBase):
    pass


Old = declarative_base()


class Post(Base):
    __tablename__ = "posts"


class User(Old):
    __tablename__ = "users"


async def bad_tables(engine):
    Base.metadata.create_all(engine)  # expect: AF104


async def bad_old_tables(engine):
    Old.metadata.create_all(engine)  # expect: AF104


async def ok_run_sync(connection):
    await connection.run_sync(Base.metadata.create_all)


async def ok_made():
    return Post(), User(), Base.metadata.tables
