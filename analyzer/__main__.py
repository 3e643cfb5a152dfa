"""Lets ``python -P -m analyzer`` stand in for the console script."""

from analyzer.cli import main

if __name__ == "__main__":
    main()
