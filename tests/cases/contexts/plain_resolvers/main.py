"""Plain resolvers and permissions run on the loop where an asynchronous application executes the schema."""

import time

import strawberry
from strawberry.fastapi import GraphQLRouter

NO_ORACLE = "needs the framework"


def load() -> int:
    time.sleep(0.05)  # expect: AF101
    return 1


class Allowed(strawberry.BasePermission):
    def has_permission(self, source, info, **kwargs):
        time.sleep(0.05)  # expect: AF101
        return True


@strawberry.type
class Query:
    loaded: int = strawberry.field(resolver=load, permission_classes=[Allowed])

    @strawberry.field
    def counted(self) -> int:
        time.sleep(0.05)  # expect: AF101
        return 1

    @strawberry.field(description="quick")
    def quick(self) -> int:
        return 1


@strawberry.type
class Mutation:
    @strawberry.mutation
    def add(self) -> int:
        time.sleep(0.05)  # expect: AF101
        return 1


router = GraphQLRouter(strawberry.Schema(Query, Mutation))
