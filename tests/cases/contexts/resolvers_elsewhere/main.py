"""Nothing tells that the loop's thread executes the schema: a plain view may as well."""

import time

import strawberry
from strawberry.flask.views import GraphQLView

NO_ORACLE = "needs the framework"


@strawberry.type
class Query:
    @strawberry.field
    def counted(self) -> int:
        time.sleep(0.05)
        return 1


view = GraphQLView.as_view("graphql", schema=strawberry.Schema(Query))
