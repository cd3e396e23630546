"""`python -m setwatch`: the commands."""

from setwatch.cli import main

if __name__ == "__main__":
    main()
