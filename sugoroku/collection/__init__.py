"""Many sessions joined into tables for those who count: a school, a town, a researcher.

May import `session` (for messages), msgspec, duckdb (here only) and the standard library; it knows
the files of a session folder and nothing of the game. `collect` is the door. `finding` looks for
folders, `copies` for lessons that are there twice, `sheets` reads one CSV file as it is met in
schools, `layouts` tells what the columns of a survey mean, `staging` writes everything down in a
temporary folder, and `joining` lets DuckDB make the tables from that.
"""
