"""`python -m sugoroku` is the same as the command `sugoroku`."""

from sugoroku.cli import main

if __name__ == "__main__":
    main()
