"""Name lookups and connections."""
import socket
import urllib.request


async def bad_lookup():
    socket.getaddrinfo("localhost", 80)  # expect: AF103


async def bad_name():
    return socket.getfqdn()  # expect: AF103


async def bad_connect():
    connection = socket.create_connection(("localhost", 80))  # expect: AF103
    connection.sendall(b"x")  # expect: AF103


async def bad_urlopen():
    return urllib.request.urlopen("http://localhost")  # expect: AF102
