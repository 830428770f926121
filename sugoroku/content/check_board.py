"""A board makes sense: one start, one goal that can be reached, and no jump into nowhere."""

from sugoroku.content.check_effects import check_effects, targets
from sugoroku.content.document import Document, Limits, Path, Tree, groups_in, texts_in
from sugoroku.content.pictures import check_path
from sugoroku.content.problems import N_, errors_of, listed, nearest
from sugoroku.content.reach import check_reach
from sugoroku.content.ways import Place, places_of, repeats
from sugoroku.content.wording import same_to_a_reader

MANY = 100
"""Mistakes after which what was meant is no longer looked for."""


def check_board(document: Document, limits: Limits) -> None:
    tree = document.tree
    if not isinstance(tree, dict):
        return
    _check_lists(document, tree)
    rules = tree.get("rules")
    for name in ("right", "wrong"):
        if isinstance(rules, dict):
            check_effects(rules.get(name), ("rules", name), document)
    places = places_of(tree, limits.squares)
    if len(places) > limits.squares:
        document.error(
            ("squares",),
            N_("A board may have at most {most} squares."),
            N_("Take some out; look at “repeat”."),
            key=True,
            most=limits.squares,
        )
        return
    for row, square in groups_in(tree, "squares"):
        _check_square(document, ("squares", row), square, rules)
    _check_ids(document, places)
    _check_ends(document, places)
    _check_links(document, tree, places)
    if not errors_of(document.problems) and len(places) > 1:
        check_reach(document, places)


def _check_lists(document: Document, tree: dict[str, Tree]) -> None:
    """Names that may stand only once."""
    for field in ("decks", "teams"):
        names = texts_in(tree.get(field))
        seen: set[str] = set()
        for i, name in enumerate(names):
            if same_to_a_reader(name) in seen:
                document.error(
                    (field, i),
                    N_("“{name}” stands twice in “{field}”."),
                    N_("Take one of them out."),
                    name=name,
                    field=field,
                )
            seen.add(same_to_a_reader(name))


def _check_square(document: Document, path: Path, square: dict[str, Tree], rules: Tree) -> None:
    check_effects(square.get("effects"), (*path, "effects"), document)
    if square.get("kind") == "goal":
        for name in ("effects", "next", "repeat"):
            if square.get(name):
                document.error(
                    (*path, name),
                    N_("The goal cannot have “{name}”: the game is over there."),
                    N_("Take it out."),
                    key=True,
                    name=name,
                )
    elif repeats(square) > 1:
        for name in ("id", "next", "at"):
            if name in square:
                document.error(
                    (*path, name),
                    N_("A square that is repeated cannot have “{name}”."),
                    N_("Take “repeat” out, or write the squares one by one."),
                    key=True,
                    name=name,
                )
    if square.get("kind") in ("event", "fact") and not {"title", "text"} & square.keys():
        document.warning(
            path,
            N_("The card of this square is empty."),
            N_("Tell in “text” what happens here."),
        )
    picture = square.get("picture")
    fault = check_path(picture) if isinstance(picture, str) else None
    if fault:
        document.note(document.mark((*path, "picture")), *fault)


def _check_ids(document: Document, places: list[Place]) -> None:
    first: dict[str, Place] = {}
    for place in places:
        twin = first.setdefault(place.id, place)
        if twin.row != place.row:
            mark = document.mark(("squares", twin.row))
            document.error(
                ("squares", place.row, "id"),
                N_("The id “{name}” is used twice; the first square is on line {line}."),
                N_("Give one of them another id. A square without an id has its number as id."),
                name=place.id,
                line=mark.line + 1 if mark else 0,
            )


def _check_ends(document: Document, places: list[Place]) -> None:
    """Exactly one start, which is first, and exactly one goal."""
    for kind in ("start", "goal"):
        rows = [place.row for place in places if place.group.get("kind") == kind]
        if not rows and places:
            document.error(
                ("squares",),
                N_("The board has no square of the kind “{kind}”."),
                N_("Add one: {{kind: {kind}}}."),
                key=True,
                kind=kind,
            )
        for row in rows[1:]:
            document.error(
                ("squares", row, "kind"),
                N_("The board has a second square of the kind “{kind}”."),
                N_("Change its kind to “plain” or take it out."),
                kind=kind,
            )
        if kind == "start" and rows and places[0].group.get("kind") != "start":
            document.error(
                ("squares", rows[0], "kind"),
                N_("The start is not the first square."),
                N_("Move it to the top of the list."),
            )
    if places and places[-1].group.get("kind") != "goal" and "next" not in places[-1].group:
        document.error(
            ("squares", places[-1].row),
            N_("The road ends here, and this is not the goal."),
            N_("Add “next: [id]” with the square it leads to, or make the goal the last square."),
        )


def _check_links(document: Document, tree: dict[str, Tree], places: list[Place]) -> None:
    """Jumps and exits lead to squares that exist."""
    known = {place.id for place in places}
    for row, square in groups_in(tree, "squares"):
        path: Path = ("squares", row)
        own = square.get("id")
        for at, target in targets(square.get("effects"), (*path, "effects")):
            _check_target(document, at, target, own, known)
        exits = texts_in(square.get("next"))
        for i, target in enumerate(exits):
            _check_target(document, (*path, "next", i), target, own, known)
            if target in exits[:i]:
                document.error(
                    (*path, "next", i),
                    N_("“{name}” stands twice in “{field}”."),
                    N_("Take one of them out."),
                    name=target,
                    field="next",
                )
    rules = tree.get("rules")
    for name in ("right", "wrong"):
        effects = rules.get(name) if isinstance(rules, dict) else None
        for at, target in targets(effects, ("rules", name)):
            _check_target(document, at, target, None, known)


def _check_target(document: Document, at: Path, target: str, own: Tree, known: set[str]) -> None:
    if target not in known:
        names = [name for name in known if not name.isdecimal()]
        near = nearest(target, names) if len(document.problems) < MANY else ""
        document.error(
            at,
            N_("There is no square “{target}”."),
            N_("Did you mean “{near}”?")
            if near
            else N_("Give the square you mean an id, and write it here. There are: {names}."),
            target=target,
            near=near,
            names=listed(sorted(names)[:12]),
        )
    elif target == own:
        document.error(
            at,
            N_("The square leads to itself."),
            N_("Write the id of another square."),
        )
