"""`python -m cjpeace`."""

from cjpeace.cli import main

main()
