"""Integrations keep what they set up in a container of the home's data, by the id of an entry; platforms fetch it.

NO_ORACLE: homeassistant is not installed.
"""
import requests

from const import CLIENT, DOMAIN
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant


class Meter:
    def __init__(self, host):
        self._host = host

    def login(self):
        return requests.post(self._host)

    def name(self):
        return self._host


class Harmless:
    def login(self):
        return None


async def async_setup_entry(hass: HomeAssistant, entry: ConfigEntry) -> bool:
    meter = Meter(entry.data["host"])
    hass.data.setdefault(DOMAIN, {})[entry.entry_id] = meter
    hass.data[DOMAIN][CLIENT] = requests.Session()
    hass.data.setdefault("groups", {})
    hass.data["groups"][entry.entry_id] = {"meter": meter}
    hass.data["other"][entry.entry_id] = Harmless()
    entry.runtime_data = meter
    return True


async def async_unload_entry(hass: HomeAssistant, entry: ConfigEntry) -> bool:
    hass.data[DOMAIN][entry.entry_id].login()  # expect: AF102
    return True


async def async_of_an_inner_container(groups: dict, name: str):
    groups.setdefault(requests.get("http://localhost").text, {})[name] = 1  # expect: AF102
    groups[requests.get("http://localhost").text][name] = 1  # expect: AF102
