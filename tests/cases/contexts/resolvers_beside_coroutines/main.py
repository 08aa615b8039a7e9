"""A resolver that is a coroutine function tells that the schema is executed on a loop, as plain ones are then."""

import asyncio
import time

import strawberry

NO_ORACLE = "needs the framework"


class Allowed(strawberry.BasePermission):
    def has_permission(self, source, info, **kwargs):
        time.sleep(0.05)  # expect: AF101
        return True


@strawberry.type
class Query:
    @strawberry.field
    async def later(self) -> int:
        await asyncio.sleep(0)
        return 1

    @strawberry.field(permission_classes=[Allowed])
    def counted(self) -> int:
        time.sleep(0.05)  # expect: AF101
        return 1

    @strawberry.field
    def quick(self) -> int:
        return 1


schema = strawberry.Schema(Query)
