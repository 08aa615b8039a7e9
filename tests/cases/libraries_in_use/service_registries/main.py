"""Configuration and services that are asked for over the network, or read from a file."""
import consul
import dotenv
import ntplib
from web3 import AsyncWeb3, Web3

NO_ORACLE = "no server is at hand"

agent = consul.Consul("consul")
chain = Web3(Web3.HTTPProvider("https://chain"))
async_chain = AsyncWeb3(AsyncWeb3.AsyncHTTPProvider("https://chain"))


async def bad_catalog():
    return agent.catalog.services()  # expect: AF102


async def bad_registration():
    agent.agent.service.register("web")  # expect: AF102


async def bad_health():
    return agent.health.service("web")  # expect: AF102


async def bad_values():
    return dotenv.dotenv_values(".env")  # expect: AF105


async def bad_environment():
    dotenv.load_dotenv()  # expect: AF105


async def bad_time():
    return ntplib.NTPClient().request("pool.ntp.org").tx_time  # expect: AF103


async def bad_property():
    return chain.eth.block_number  # expect: AF102


async def bad_method():
    return chain.eth.get_block("latest")  # expect: AF102


async def ok_awaited():
    return await async_chain.eth.block_number, agent.agent
