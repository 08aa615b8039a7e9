"""Sessions come out of factories, and documents out of databases by name."""
import pymongo
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import sessionmaker

NO_ORACLE = "the libraries are not installed"

engine = create_engine("sqlite://")
Session = sessionmaker(bind=engine)
AsyncSessions = async_sessionmaker()
OlderAsyncSessions = sessionmaker(engine, AsyncSession)
OldAsyncSessions = sessionmaker(engine, class_=AsyncSession)
shop = pymongo.MongoClient()["shop"]


async def bad_session():
    session = Session()
    session.execute("select 1")  # expect: AF104


async def bad_documents():
    shop["orders"].find_one({})  # expect: AF104
    shop.orders.insert_one({})  # expect: AF104


async def ok_session():
    async with AsyncSessions() as session:
        await session.execute("select 1")


async def ok_old_session():
    async with OldAsyncSessions() as session:
        await session.execute("select 1")
        await session.commit()


async def ok_older_session():
    async with OlderAsyncSessions() as session:
        await session.execute("select 1")
        await session.commit()
