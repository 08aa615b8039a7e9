"""Configuration: one table of options, from which fields, TOML keys, command line and docs are made."""
