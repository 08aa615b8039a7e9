from typing import Any, Callable, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


class Registry:
    def __init__(self) -> None:
        self.commands: dict[str, Callable[..., Any]] = {}

    def register(self, name: str) -> Callable[[F], F]:
        def wrap(function: F) -> F:
            self.commands[name] = function
            return function

        return wrap

    def add(self, name: str, function: Callable[..., Any]) -> None:
        self.commands[name] = function

    plug = add

    async def invoke(self, name: str) -> Any:
        return self.commands[name]()  # expect: AF101


loud, quiet, plugged = Registry(), Registry(), Registry()
command = loud.register
other = quiet.register
