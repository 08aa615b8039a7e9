"""Home Assistant: callbacks, jobs, flows and the properties of entities."""

from __future__ import annotations

import importlib
import tempfile
from typing import Any
from unittest import mock

from harness import LOOP, Maker, last, proves, read
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import frame
from homeassistant.helpers.entity import Entity, EntityPlatformState

REQUIRES = ("homeassistant",)


def home() -> HomeAssistant:
    """A core that nothing is set up in."""
    hass = HomeAssistant(tempfile.mkdtemp())
    hass.data["integrations"] = {}
    frame.async_setup(hass)
    return hass


@proves("homeassistant.core.HomeAssistant.{async_add_executor_job,async_add_import_executor_job,add_job}(target=)")
@proves("homeassistant.core.HomeAssistant.{async_add_job,async_run_job,async_add_hass_job,async_run_hass_job}(target=)")
async def job(make: Maker, name: str) -> None:
    from homeassistant.core import HassJob

    hass = home()
    given: Any = HassJob(make()) if "hass_job" in name else make()
    outcome = getattr(hass, last(name))(given)
    if outcome is not None and not isinstance(outcome, HomeAssistant):
        await outcome
    await hass.async_block_till_done()


@proves("@homeassistant.core.callback", "homeassistant.core.EventBus.async_listen(listener=)")
async def listened(make: Maker, name: str) -> None:
    hass = home()
    hass.bus.async_listen("probe", callback(make("event")) if name.startswith("@") else make("event"))
    hass.bus.async_fire("probe")
    await hass.async_block_till_done()


read(
    LOOP, "homeassistant/config_entries.py:ConfigEntriesFlowManager.async_create_flow", "flow = handler()",
    "homeassistant.config_entries.ConfigFlow.__init__",
)  # fmt: skip
read(
    LOOP, "homeassistant/config_entries.py:OptionsFlowManager.async_create_flow",
    "return handler.async_get_options_flow(entry)", "homeassistant.config_entries.OptionsFlow.__init__",
)  # fmt: skip

KINDS = {
    "sensor.SensorEntity": "native_unit_of_measurement,native_value,options,state",
    "binary_sensor.BinarySensorEntity": "is_on",
    "light.LightEntity": (
        "brightness,color_mode,color_temp,color_temp_kelvin,effect,effect_list,hs_color,rgb_color,supported_features"
    ),
    "climate.ClimateEntity": (
        "current_humidity,current_temperature,fan_mode,fan_modes,hvac_action,hvac_mode,hvac_modes,max_temp,min_temp,"
        "preset_mode,preset_modes,swing_mode,target_humidity,target_temperature"
    ),
    "cover.CoverEntity": "current_cover_position,is_closed,is_closing,is_opening",
    "fan.FanEntity": "percentage",
    "lock.LockEntity": "is_locked",
    "media_player.MediaPlayerEntity": (
        "is_volume_muted,media_artist,media_duration,media_image_url,media_position,media_title,source,source_list,"
        "volume_level"
    ),
    "update.UpdateEntity": "installed_version,latest_version",
    "select.SelectEntity": "current_option",
    "calendar.CalendarEntity": "event",
    "device_tracker.config_entry.TrackerEntity": "battery_level,latitude,longitude",
}
"""The properties that states are made of, by the kinds of entities that have them."""
OF_ALL = (
    "assumed_state,available,capability_attributes,device_class,entity_picture,extra_state_attributes,icon,name,"
    "state_attributes,unit_of_measurement"
)
MODULES = {
    path: importlib.import_module(f"homeassistant.components.{path}")
    for path in (kind.rpartition(".")[0] for kind in KINDS)
}
"""Imported once, before each probe gets a process of its own."""
OWNER = {name: kind for kind, names in KINDS.items() for name in names.split(",")}


VALUES = {
    "native_value": 1, "is_on": True, "current_option": "x", "is_closed": False, "is_locked": True,
    "installed_version": "1", "latest_version": "2", "hvac_mode": "heat", "hvac_modes": ["heat"], "brightness": 1,
    "color_mode": "hs", "supported_color_modes": {"hs"}, "hs_color": (1, 1), "max_temp": 30, "min_temp": 3,
    "latitude": 1.0, "longitude": 1.0, "fan_modes": ["x"], "preset_modes": ["x"], "effect_list": ["x"],
    "source_list": ["x"], "temperature_unit": "°C", "source_type": "gps", "rgb_color": (1, 1, 1), "percentage": 1,
    "battery_level": 1, "location_name": "x", "event": None, "state": 1, "available": True, "name": "probe",
    "extra_state_attributes": {}, "state_attributes": {}, "capability_attributes": {}, "options": ["x"],
    "media_position": 1, "supported_features": 0, "swing_modes": ["x"], "swing_horizontal_modes": ["x"],
    "fan_mode": "x", "preset_mode": "x", "swing_mode": "x", "swing_horizontal_mode": "x", "hvac_action": "heating",
    "current_humidity": 9, "target_humidity": 9,
    "target_temperature_high": 9, "target_temperature_low": 9, "target_temperature": 9, "current_temperature": 9,
}  # fmt: skip
"""What the properties say."""
SELDOM = {
    "state",
    "available",
    "name",
    "extra_state_attributes",
    "state_attributes",
    "capability_attributes",
    "options",
}


@proves(*(f"homeassistant.helpers.entity.Entity.{{{names}}}" for names in (OF_ALL, *KINDS.values())))
async def written(make: Maker, name: str) -> None:
    asked = last(name)
    base, features = _kind(asked)
    values = {key: value for key, value in VALUES.items() if base is not Entity and key not in SELDOM}
    values["supported_features"] = features
    if asked in ("rgb_color", "hs_color", "color_temp", "color_temp_kelvin"):
        mode = "color_temp" if "temp" in asked else asked.partition("_")[0]
        values |= {"color_mode": mode, "supported_color_modes": {mode}}
    if asked == "current_option":
        values["options"] = ["x"]
    if asked == "options":
        values |= {"device_class": "enum", "native_value": "x"}
    members: dict[str, Any] = {key: _says(value) for key, value in values.items() if hasattr(base, key)}
    members[asked] = property(make("self", values.get(asked, VALUES.get(asked))))
    entity = type("Probe", (base,), members)()
    entity.hass = home()
    entity.entity_id = f"{OWNER.get(asked, 'probe.').partition('.')[0]}.probe"
    entity.platform_data = entity.platform = mock.MagicMock()
    entity._platform_state = EntityPlatformState.ADDED
    entity.async_write_ha_state()


def _says(value: object) -> property:
    return property(lambda _self: value)


def _kind(asked: str) -> tuple[type, Any]:
    """The class of entities that has a property, and all features of such entities."""
    if asked not in OWNER:
        return Entity, 0
    path, _, kind = OWNER[asked].rpartition(".")
    module = MODULES[path]
    features = getattr(module, f"{kind}Feature", None)
    return getattr(module, kind), ~features(0) if features else 0


read(
    LOOP, "homeassistant/helpers/entity_platform.py:EntityPlatform._async_add_entity", "entity.unique_id",
    "homeassistant.helpers.entity.Entity.unique_id",
)  # fmt: skip
read(
    LOOP, "homeassistant/helpers/entity_platform.py:EntityPlatform._async_add_entity", "entity.device_info",
    "homeassistant.helpers.entity.Entity.device_info",
)  # fmt: skip
read(
    LOOP, "homeassistant/helpers/entity_platform.py:EntityPlatform.async_add_entities", "entity.should_poll",
    "homeassistant.helpers.entity.Entity.should_poll",
)  # fmt: skip
