"""With the numeric flags, no name server is asked."""
import socket

NO_ORACLE = "which name servers are asked, depends on the machine"


async def ok_numeric(address):
    return socket.getnameinfo(address, socket.NI_NUMERICHOST | socket.NI_NUMERICSERV)


async def ok_numeric_address():
    return socket.getaddrinfo("127.0.0.1", 80, flags=socket.AI_NUMERICHOST)


async def bad_by_name():
    return socket.getaddrinfo("localhost", 80, flags=socket.AI_PASSIVE)  # expect: AF103


async def bad_name_of(address):
    return socket.getnameinfo(address, socket.NI_NUMERICSERV)  # expect: AF103
