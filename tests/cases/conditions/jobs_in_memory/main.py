"""Jobs of a scheduler lie in memory, unless it is told of another store."""
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

NO_ORACLE = "needs a database"


async def bad_database(job):
    AsyncIOScheduler(jobstores={"default": SQLAlchemyJobStore(url="sqlite:///jobs.sqlite")}).add_job(job)  # expect: AF104
    AsyncIOScheduler({"apscheduler.jobstores.default": {"type": "redis"}}).remove_job("job")  # expect: AF104


async def bad_one_of_two(job):
    stores = {"default": SQLAlchemyJobStore(url="sqlite:///jobs.sqlite"), "other": MemoryJobStore()}
    AsyncIOScheduler(jobstores=stores).add_job(job)  # expect: AF104


async def ok_told_only(scheduler: AsyncIOScheduler, job):
    scheduler.add_job(job)


async def ok_memory(job):
    AsyncIOScheduler().add_job(job)
    AsyncIOScheduler(timezone="UTC").remove_job("job")
    AsyncIOScheduler(jobstores={"default": MemoryJobStore()}).add_job(job)
