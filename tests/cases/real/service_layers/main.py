"""Route, service, repository: three layers, one of which blocks."""
from service import UserService


async def bad_route(service=None):
    service = service or UserService.create()
    return service.find("a")  # expect: AF104
