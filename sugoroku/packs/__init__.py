"""Packs: an edition with all it needs in one file (`mytown.sugoroku`), made, looked at, installed.

What comes from elsewhere is read whole into memory, checked, and only then written: into a draft
beside its place, which gets its name last. Start at `manifest.py` (what a pack is), then `making`,
`reading` and `installing`; `decks` is for a deck that comes alone, `proofreading` for `check`. May
import `records` (for the disk), `content`, `i18n`, `model`, `paths`.
"""
