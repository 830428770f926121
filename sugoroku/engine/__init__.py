"""The rule sheet. `apply(game, state, command)` gives the next state and the events, or refuses.

Pure: no clock, no files, no global random; the dice are inside the state. May import
`sugoroku.model` only. Start with `game` (what never changes) and `state` (what does).
"""
