"""How the program for schools is built; `scripts/build` is the command.

`contents` says what goes in (build.spec asks it), `archive` packs, `bill` writes down what is
inside and collects the licences, `notes` writes README.txt, `icons` draws the icons.
"""
