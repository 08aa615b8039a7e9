"""`python -m antifreeze`."""

from antifreeze.cli.app import main

main()
