"""Climate Sugoroku: a classroom board game about the climate.

`__main__` and `cli` start here; `app` knows every room. `ARCHITECTURE.md` tells
the way of a turn through the rooms.
"""

__version__ = "0.1.0"
