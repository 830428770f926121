"""Languages: gettext catalogues behind a `Translator`. Nothing is translated at import.

May import `model` only. `catalogues` is for building (Babel), `translator` for running.
"""
