"""A client of a transport waits for the other side when it is made, and with all that it does."""

import paramiko

NO_ORACLE = "needs a server"


async def bad_transfer(transport: paramiko.Transport):
    client = paramiko.SFTPClient.from_transport(transport)  # expect: AF103
    client.put("here", "there")  # expect: AF103


async def ok_made(transport):
    return paramiko.SSHClient()
