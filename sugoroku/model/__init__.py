"""The nouns of the game: texts, effects, boards, questions, surveys, editions, looks.

Frozen `msgspec.Struct`s and nothing else. May import the standard library and msgspec.
Go on with `sugoroku.engine` for the rules, `sugoroku.content` for the files.
"""
