"""A pipeline collects commands, and a lazy frame what is to be computed: the last call of a chain does it."""
import dask.dataframe
import polars as pl
import redis
import redis.asyncio

NO_ORACLE = "needs redis, polars and dask"


class Cache:
    def __init__(self):
        self.redis = redis.Redis()
        self.later = redis.asyncio.Redis()


async def bad_commands(cache: Cache):
    with cache.redis.pipeline(transaction=True) as pipe:
        pipe.incr("a").expire("a", 3).execute()  # expect: AF104
    cache.redis.pipeline().set("a", 1).get("a").execute()  # expect: AF104
    cache.redis.register_script("return 1")(keys=[])  # expect: AF104
    return cache.redis.json().get("a")  # expect: AF104


async def bad_frames(frame: pl.DataFrame):
    frame.group_by("a").agg(pl.len()).write_csv("x")  # expect: AF105
    frame.lazy().with_columns(b=1).head(3).collect()  # expect: AF108
    pl.scan_parquet("x").filter(pl.col("a") > 1).sink_parquet("y")  # expect: AF108
    return dask.dataframe.read_csv("x").groupby("a").sum().compute()  # expect: AF108


async def ok_collected(cache: Cache):
    pipe = cache.redis.pipeline()
    pipe.set("a", 1).get("a")
    async with cache.later.pipeline() as later:
        await later.set("a", 1).get("a").execute()
    return pipe, pl.scan_parquet("x").group_by("a").agg(pl.len())
