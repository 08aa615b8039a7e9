"""The catalog: what is known of libraries, as data; TOML files, a loader, and one index over them."""
