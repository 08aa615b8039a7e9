"""A stand-in for asgiref."""
