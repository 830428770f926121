"""One table: the current state, undo and redo, recorders and listeners.

May import `engine`, `model` and msgspec. `session` is the table itself, `replay` plays recorded
lines again. Go on with `sugoroku.records` for how a session is kept on disk.
"""
