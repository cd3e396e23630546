"""`python -m setwatch`: the commands."""

import sys

from setwatch.cli import main

if __name__ == "__main__":
    sys.exit(main())
