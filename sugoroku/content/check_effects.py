"""Effects make sense one by one; where they lead is the board's affair."""

from collections.abc import Iterator

from sugoroku.content.document import Document, Path, Tree
from sugoroku.content.problems import N_, listed

EFFECTS = ("advance", "back", "go_to", "rest", "roll_again", "leaves", "quiz")


def check_effects(effects: Tree, path: Path, document: Document) -> None:
    """Every effect has exactly one name."""
    for i, effect in _each(effects):
        known = [name for name in effect if name in EFFECTS]
        if not effect:
            document.error(
                (*path, i),
                N_("This effect is empty."),
                N_("Write one of: {names}."),
                names=listed(EFFECTS),
            )
        elif len(known) > 1:
            document.error(
                (*path, i, known[1]),
                N_("Two effects stand in one group: “{first}” and “{second}”."),
                N_("Give each its own group: [{{{first}: …}}, {{{second}: …}}]."),
                key=True,
                first=known[0],
                second=known[1],
            )


def targets(effects: Tree, path: Path) -> Iterator[tuple[Path, str]]:
    """Squares that effects jump to, with the place of the name."""
    for i, effect in _each(effects):
        target = effect.get("go_to")
        if isinstance(target, str):
            yield (*path, i, "go_to"), target


def _each(effects: Tree) -> Iterator[tuple[int, dict[str, Tree]]]:
    for i, effect in enumerate(effects if isinstance(effects, list) else ()):
        if isinstance(effect, dict):
            yield i, effect
