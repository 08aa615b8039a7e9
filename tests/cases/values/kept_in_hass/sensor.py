"""What reads: each platform fetches what the set-up kept, by the id of its own entry."""
from const import CLIENT, DOMAIN
from homeassistant.helpers.entity import Entity


async def async_setup_entry(hass, config_entry, async_add_entities):
    meter = hass.data[DOMAIN][config_entry.entry_id]
    async_add_entities([Reading(meter)])


async def async_setup_shared(hass, config_entry, async_add_entities):
    kept = hass.data[DOMAIN].get(CLIENT)
    kept.get("http://localhost")  # expect: AF102
    hass.data[DOMAIN][CLIENT].get("http://localhost")  # expect: AF102


async def async_setup_runtime(hass, config_entry, async_add_entities):
    async_add_entities([Reading(config_entry.runtime_data)])
    config_entry.runtime_data.login()  # expect: AF102


class Reading(Entity):
    def __init__(self, meter):
        self._meter = meter

    @property
    def name(self):
        return self._meter.name()

    async def async_update(self):
        self._meter.login()  # expect: AF102


class Grouped(Entity):
    def __init__(self, hass, entry):
        self.hass = hass
        self._entry = entry

    async def async_update(self):
        self.hass.data["groups"][self._entry.entry_id]["meter"].login()  # expect: AF102

    async def async_turn_on(self):
        self.hass.data["other"][self._entry.entry_id].login()


async def async_fetched_apart(hass, config_entry):
    domain_data = hass.data[DOMAIN]
    domain_data[config_entry.entry_id].login()  # expect: AF102
    meter = domain_data.pop(config_entry.entry_id)
    meter.login()  # expect: AF102


async def of_another(reply, key):
    reply.data[DOMAIN][key].login()
