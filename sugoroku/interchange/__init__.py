"""Interchange: decks from and for spreadsheets, Moodle, Kahoot, Anki and trivia files.

Start at `importing` (a file to a deck) and `exporting` (a deck to a file). Way in: `guessing`
(which format) → `*_reading` (questions as an author could have written them, each with its place)
→ `adopting` (ids, what is missing, `content`'s own checks) → `content.yaml_writing`. Nothing here
stops at the first fault: what does not fit is a `findings.LeftOut`. May import `content`, `model`,
openpyxl, defusedxml, charset-normalizer and msgspec.
"""
