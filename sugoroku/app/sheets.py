"""A spreadsheet that is dropped on the window becomes a deck, as `sugoroku import` makes it."""

from dataclasses import dataclass
from pathlib import Path

from sugoroku.app.house import FaultWords
from sugoroku.content.problems import N_
from sugoroku.i18n.translator import Translator
from sugoroku.interchange.findings import LeftOut, Unfit
from sugoroku.interchange.importing import import_deck, read_bytes


@dataclass(frozen=True, slots=True)
class SheetDeck:
    """`yaml` is the deck's file; None when no question came in. `left_out` did not."""

    yaml: bytes | None
    left_out: tuple[LeftOut, ...]

    def places(self, tr: Translator) -> tuple[str, ...]:
        """Where in the sheet what was left out stands: row 7, row 9."""
        return tuple(dict.fromkeys(found.place.told(tr) for found in self.left_out))

    def faults(self, name: str, tr: Translator) -> list[FaultWords]:
        """What was left out, for the page of mistakes."""
        return [
            FaultWords(
                ", ".join(filter(None, (name, found.place.told(tr)))),
                found.what(tr),
                found.fix(tr),
                found.sample,
            )
            for found in self.left_out
        ]


def deck_in(path: Path) -> SheetDeck:
    """The deck in a spreadsheet, with what is wrong in it."""
    try:
        made = import_deck(read_bytes(path), path.name)
    except Unfit as fault:
        return SheetDeck(None, (fault.left_out(),))
    if made.yaml is None and not made.left_out:
        empty = Unfit(
            N_("There is no question in the file."), N_("Look whether it is the right file.")
        )
        return SheetDeck(None, (empty.left_out(),))
    return SheetDeck(made.yaml, made.left_out)
