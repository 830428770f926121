"""Files that are dropped on the window: shown first, then added, or calmly refused."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku import paths
from sugoroku.app.house import FaultWords, in_words
from sugoroku.app.offers import deck_told, pack_told
from sugoroku.content.problems import ContentError, Problem, shown
from sugoroku.i18n.translator import Translator
from sugoroku.packs.decks import examined_deck, install_deck, read_deck
from sugoroku.packs.installing import examined, install, presence
from sugoroku.packs.manifest import PackError
from sugoroku.packs.reading import looks_zipped, read_pack
from sugoroku.session.recorder import N_
from sugoroku.stage.scene import Scene
from sugoroku.stage.scenes.errors import ErrorsScene, Fault
from sugoroku.stage.scenes.notice import Notice, NoticeScene, Reply
from sugoroku.stage.scenes.offer import OfferScene
from sugoroku.stage.scenes.title import TitleScene

if TYPE_CHECKING:
    from sugoroku.app.lesson import Lesson

log = logging.getLogger("sugoroku.app")

YAML, SHEETS = (".yaml", ".yml"), (".xlsx",)
_MOST_WAITING = 20


class Arrivals:
    """One file after another; never during a game."""

    def __init__(self, lesson: "Lesson") -> None:
        self._lesson = lesson
        self._page: Scene | None = None
        self._waiting: list[Path] = []

    def dropped(self, path: Path) -> None:
        """A file was dropped on whatever is on show."""
        lesson, tr = self._lesson, self._lesson.context.tr
        if lesson.running is not None:
            lesson.scene.toast(tr("Add it after the game, on the page with the towns."), "clock")
        elif self._page is not None and lesson.scene is self._page:
            self._waiting = [*self._waiting, path][:_MOST_WAITING]
        elif not isinstance(lesson.scene, TitleScene):
            lesson.scene.toast(tr("Files can be added on the page with the towns."), "warn")
        else:
            self._waiting.clear()
            self._open(path)

    def _open(self, path: Path) -> None:
        """Show what the file is, or why it cannot be added."""
        try:
            if path.suffix.lower() in YAML:
                self._offer_deck(path, read_deck(path))
            elif path.suffix.lower() in SHEETS:
                self._offer_sheet(path)
            elif looks_zipped(path):
                self._offer_pack(path)
            else:
                raise PackError(
                    N_("Only packs (.sugoroku) and decks of questions (.yaml, .xlsx) can be added.")
                )
        except ContentError as fault:
            self._show_mistakes(path, fault.problems)
        except PackError as fault:
            self._refuse(path, fault)

    def _offer_pack(self, path: Path) -> None:
        house = self._lesson.house
        offer = examined(read_pack(path), paths.bundled_root())
        there = presence(offer.pack, house.content_folder)
        others = any(entry.id == offer.manifest.id for entry in house.editions())

        def take() -> None:
            key = f"{offer.manifest.id}@{offer.manifest.version}"
            self._add(path, lambda: install(offer, house.content_folder), key)

        self._show(
            OfferScene(
                self._lesson.context, lambda tr: pack_told(offer, there, others, tr), take,
                self._go_on,
            )
        )  # fmt: skip

    def _offer_sheet(self, path: Path) -> None:
        from sugoroku.app.sheets import deck_in  # its libraries are seldom needed

        sheet = deck_in(path)
        tr = self._lesson.context.tr
        if sheet.yaml is None:
            self._show_faults(path, sheet.faults(path.name, tr))
        else:
            self._offer_deck(path, sheet.yaml, sheet.places)

    def _offer_deck(
        self,
        path: Path,
        data: bytes,
        left_out: Callable[[Translator], tuple[str, ...]] = lambda _: (),
    ) -> None:
        """`left_out`: where in a sheet there are questions that did not come in."""
        folder = self._lesson.house.content_folder
        offer = examined_deck(data, path.name, folder, paths.bundled_root())
        self._show(
            OfferScene(
                self._lesson.context,
                lambda tr: deck_told(offer, tr, left_out(tr)),
                lambda: self._add(path, lambda: install_deck(offer, folder)),
                self._go_on,
            )
        )

    def _add(self, path: Path, install_it: Callable[[], Path], key: str = "") -> None:
        try:
            target = install_it()
        except PackError as fault:
            self._refuse(path, fault)
            return
        log.info("added %s", target)
        self._go_on(key)
        self._lesson.scene.toast(self._lesson.context.tr("It was added."), "check")

    def _go_on(self, key: str = "") -> None:
        """To the next file that was dropped, or back to the title."""
        self._page = None
        if self._waiting:
            self._open(self._waiting.pop(0))
        else:
            self._lesson.show_title(key)

    def _show(self, page: Scene) -> None:
        self._page = page
        self._lesson.show(page)

    def _refuse(self, path: Path, fault: PackError) -> None:
        tr = self._lesson.context.tr
        notice = Notice(
            tr("This file is not added"),
            (shown(path.name), fault.told(tr), tr("Nothing was changed.")),
            (Reply(tr("Go on"), self._go_on, "primary", "next"),),
            self._go_on,
            "thinking",
        )
        self._show(NoticeScene(self._lesson.context, notice))

    def _show_mistakes(self, path: Path, problems: Iterable[Problem]) -> None:
        words = [
            in_words(problem, self._lesson.context.tr) for problem in problems if problem.is_error
        ]
        self._show_faults(path, words)

    def _show_faults(self, path: Path, words: Iterable[FaultWords]) -> None:
        self._show(
            ErrorsScene(
                self._lesson.context,
                [Fault(f.place, f.what, f.mend, f.line) for f in words],
                reload=lambda: self._open(path),
                back=self._go_on,
            )
        )
