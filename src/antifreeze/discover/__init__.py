"""Discovery: paths to source files, with the names under which the program imports them."""
