"""Can the goal be reached, every square be visited, and does every chain of jumps end?"""

from itertools import chain

from sugoroku.content.document import Document, Tree, small_number
from sugoroku.content.problems import N_, listed
from sugoroku.content.ways import Place, Ways, loop_in, reached_from


def check_reach(document: Document, places: list[Place]) -> None:
    """For a board whose squares, links and effects are in order one by one."""
    tree = document.tree
    assert isinstance(tree, dict)
    rules = tree.get("rules")
    rules = rules if isinstance(rules, dict) else {}
    ways = Ways(places, str(rules.get("finish", "clamp")))
    rows = {place.id: place.row for place in places}
    start, goal = places[0].id, ways.goal
    moves = {place.id: _moves(place.group.get("effects"), place.id, ways) for place in places}
    if rules.get("chain") == "true":
        loop = loop_in({name: ends - {name, goal} for name, ends in moves.items() if ends})
        if loop:
            document.error(
                ("squares", rows[loop[0]], "effects"),
                N_("With “chain: true” these squares send a team round without end: {squares}."),
                N_("Take one of the jumps out."),
                squares=listed(loop),
            )
            return
    touched = reached_from(start, {
        name: chain(ways.exits[name], moves[name]) for name in ways.exits
    })  # fmt: skip
    for place in places:
        if place.id not in touched:
            document.error(
                ("squares", place.row),
                N_("No road leads to this square (“{name}”)."),
                N_("Lead a road to it with “next”, or take it out."),
                name=place.id,
            )
    if goal not in touched:
        return
    turns = _turns(places, ways, moves, rules)
    arriving = reached_from(goal, _reversed(turns))
    lost = [name for name in reached_from(start, turns) if name not in arriving]
    if start in lost:
        document.error(
            ("squares", rows[goal]),
            N_(
                "The goal is out of reach: whatever is rolled, the jumps before it send teams back."
            ),
            N_("Take some of the jumps out, or set them further apart."),
        )
    elif lost:
        first = min(lost, key=ways.ids.index)
        _tell_lost(document, first, rows[first], ways, _rolls(rules.get("die")))


def _tell_lost(document: Document, name: str, row: int, ways: Ways, rolls: tuple[int, int]) -> None:
    """A team on the square `name` never arrives."""
    what = N_("From this square (“{name}”) the goal is out of reach.")
    mend = N_("Lead the road on to the goal, or take out the jumps that send teams back.")
    if ways.walk(name, *rolls) == {name}:
        what = N_(
            "From this square (“{name}”) the goal is out of reach: with the finish “exact” "
            "every roll is too high, as the smallest is {low}."
        )
        mend = N_("Take one die, or write “finish: clamp” or “finish: bounce” in the rules.")
    document.error(("squares", row), what, mend, name=name, low=rolls[0])


def _turns(
    places: list[Place], ways: Ways, moves: dict[str, set[str]], rules: dict[str, Tree]
) -> dict[str, set[str]]:
    """From each square those on which a turn may end that begins there."""
    low, high = _rolls(rules.get("die"))
    answers = [rules.get("right"), rules.get("wrong")]
    asks = {place.id for place in places if _asks(place.group)}
    chained = rules.get("chain") == "true"
    after: dict[str, set[str]] = {}
    for place in places:
        ends = set(moves[place.id]) or {place.id}
        if chained:
            ends = {e for e in reached_from(place.id, moves) if not moves[e]} or ends
        if place.id in asks:
            ends |= {
                to for e in set(ends) for effects in answers for to in _moves(effects, e, ways)
            }
        after[place.id] = ends
    found = {}
    for place in places:
        landed = ways.walk(place.id, low, high)
        found[place.id] = {end for here in landed for end in after[here]}
    return found


def _reversed(ways: dict[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for here, ends in ways.items():
        for there in ends:
            found.setdefault(there, set()).add(here)
    return found


def _moves(effects: Tree, start: str, ways: Ways) -> set[str]:
    """Where the effects of a square leave a team; empty when they do not move it."""
    here = {start}
    moved = False
    for effect in effects if isinstance(effects, list) else ():
        if not isinstance(effect, dict):
            continue
        for name, value in effect.items():
            if name == "go_to" and isinstance(value, str) and value in ways.exits:
                here, moved = {value}, True
            elif name in ("advance", "back"):
                steps = small_number(value) or 0
                ends = [
                    ways.walk(square, steps, steps)
                    if name == "advance"
                    else ways.walk_back(square, steps)
                    for square in here
                ]
                here, moved = set().union(*ends), True
    return here if moved else set()


def _asks(square: dict[str, Tree]) -> bool:
    effects = square.get("effects")
    return square.get("kind") == "quiz" or any(
        isinstance(effect, dict) and "quiz" in effect
        for effect in (effects if isinstance(effects, list) else ())
    )


def _rolls(die: Tree) -> tuple[int, int]:
    """The smallest and the largest roll."""
    group = die if isinstance(die, dict) else {"sides": die}
    count, sides = (
        small_number(value) or usual
        for value, usual in ((group.get("count"), 1), (group.get("sides"), 6))
    )
    return count, count * sides
