"""A small prediction service, as such services are written: every request freezes it for all others."""
