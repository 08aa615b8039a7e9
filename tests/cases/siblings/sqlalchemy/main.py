"""Sessions of SQLAlchemy, sync and async."""
from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

NO_ORACLE = "needs the library"
engine = create_engine("sqlite://")


async def sync_session(session: Session):
    session.execute(select(1))  # expect: AF104


async def async_session(session: AsyncSession):
    await session.execute(select(1))


async def with_engine():
    with Session(engine) as session:  # expect: AF104
        session.commit()  # expect: AF104
