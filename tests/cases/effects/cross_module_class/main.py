"""A service class in another module, inherited in a third."""
from child import Child


async def bad_child():
    Child().refresh()  # expect: AF106
