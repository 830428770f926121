"""Turns the pages, reads files again when they are saved, and shows what is wrong in them."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from sugoroku.app.house import in_words
from sugoroku.app.preview.pages import KINDS, Page, languages_of, pages_of
from sugoroku.app.preview.source import Source
from sugoroku.app.preview.watch import Watch
from sugoroku.content.problems import Problem
from sugoroku.i18n.languages import language_named, spoken_languages
from sugoroku.i18n.translator import INTERFACE, Translator
from sugoroku.settings import NO_FURIGANA
from sugoroku.stage import intents
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.dress import dress
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.scenes.errors import ErrorsScene, Fault
from sugoroku.stage.scenes.help import HelpScene
from sugoroku.stage.scenes.notice import Notice, NoticeScene
from sugoroku.stage.scenes.options import FURIGANA
from sugoroku.stage.scenes.preview import PreviewScene, Strip

log = logging.getLogger("sugoroku.app")

LOOK_MS = 25.0
"""So often the files are looked at."""
SETTLE_MS = 150.0
"""Mistakes are shown when the files have been left alone for so long: before, one may be half
written."""
STRIP_MS = 2500.0
SIZES = ((1024, 768), (1366, 768), (1920, 1080))
KEYS = "← → ↑ ↓  R H L  F2 F3  F1"


@dataclass(frozen=True, slots=True)
class Frame:
    """The window that the pages are shown in."""

    title: Callable[[str], None]
    size: Callable[[], tuple[int, int]]
    desktop: Callable[[], tuple[int, int]]
    resize: Callable[[tuple[int, int]], None]
    forget_pictures: Callable[[], None]


class Desk:
    """The director of the preview."""

    def __init__(self, source: Source, context: Context, frame: Frame) -> None:
        self.source, self.context, self.frame = source, context, frame
        self.quit_asked = False
        self.pages: tuple[Page, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        """Errors that are on show, or would be if they were not put aside."""
        self.at = 0
        self.hint = False
        self.hints = False
        """Open hints are pages of their own."""
        self.mine = False
        """Only what lies in the folder of the source."""
        self.watching = True
        self.faults: list[BaseException] = []
        """What went wrong while pages were drawn."""
        self._wanted: tuple[str, str, str] | None = None
        """The page to come back to, also while it is not there."""
        self._watch = Watch()
        self._pictures: frozenset[Path] = frozenset()
        self._looked_at = self._saved_at = 0.0
        self._pending: tuple[Problem, ...] = ()
        self._touched = -STRIP_MS
        self._own_language = not context.settings.language
        self._lines: dict[Path, dict[str, int]] = {}
        self._origins: dict[str, str] = {}
        self._scene: Scene = Scene(context)

    # ------------------------------------------------------------------ what the loop asks

    @property
    def scene(self) -> Scene:
        return self._scene

    def prepare(self, canvas: Canvas) -> None:
        dress(canvas, self.context)

    def tick(self) -> None:
        """Once a frame: has anything been saved?"""
        now = self.context.now_ms()
        if not self.watching or now - self._looked_at < LOOK_MS:
            return
        self._looked_at = now
        changed = self._watch.changed(self.source.listing())
        if changed:
            if changed & self._pictures:
                self.frame.forget_pictures()
            self._saved_at = now
            self.read(patient=True)
        elif self._pending and now - self._saved_at >= SETTLE_MS:
            self.problems, self._pending = self._pending, ()
            self.show()

    def portrait(self) -> str:
        return self.context.tr("Please turn the screen: the game is played on a wide one.")

    def help(self) -> None:
        under = self._scene
        if isinstance(under, HelpScene):
            return
        self._put(HelpScene(self.context, under, lambda: self._put(under), self._keys))

    def next_language(self) -> None:
        codes = spoken_languages(self.source.locales)
        now, self._own_language = self.context.tr.language, False
        self.speak(codes[(codes.index(now) + 1) % len(codes)] if now in codes else codes[0])
        self.show()

    def black(self) -> None:
        """Keys of the game that mean nothing here."""

    clock = undo = redo = black

    def on_drop(self, path: Path, /) -> None:
        """A preview shows what it was asked for; packs are dropped on the game."""

    def on_quit(self) -> None:
        self.quit_asked = True

    def on_fault(self, fault: BaseException) -> None:
        """A page that cannot be drawn; the others can be turned to."""
        log.error("a page of the preview is at fault", exc_info=fault)
        self.faults.append(fault)
        tr = self.context.tr
        lines = (
            tr("Something unexpected happened while it was drawn."),
            tr("The other pages can be seen; what happened is in the program's log."),
        )
        notice = Notice(tr("This page cannot be shown"), lines, (), self.on_quit, "thinking")
        self._frame_in(NoticeScene(self.context, notice))

    # ------------------------------------------------------------------ content

    def speak(self, code: str) -> None:
        self.context.tr = Translator(code, self.source.locales, self._origins)

    def read(self, *, patient: bool = False) -> None:
        """The files anew; what was on show is shown again.

        `patient`: mistakes wait until the files have been left alone for a moment.
        """
        faces = self._watch.faces()  # a file may be saved again while it is read
        self._watch.look(faces, faces)
        material = self.source.read()
        self._origins |= languages_of(material.parts)
        self._pictures = material.pictures
        watched = (*material.files, *material.pictures, *self._catalogues())
        self._watch.look(watched, faces)
        self._lines.clear()
        if material.problems and patient:
            self._pending = material.problems
            return
        self._pending, self.problems = (), material.problems
        if material.parts:
            self.pages = pages_of(
                material.parts, self.source.root, hints=self.hints, mine=self.mine
            )
            self.at = self._place()
        code = self.context.tr.language
        if self._own_language and material.parts:
            code, self._own_language = material.parts[0].edition.board.language, False
        self.speak(code)
        self.show()

    def _catalogues(self) -> Iterable[Path]:
        """The compiled translations; an editor such as Poedit writes them with the texts."""
        names = (INTERFACE, *self._origins)
        codes = spoken_languages(self.source.locales)
        return (
            folder / code / "LC_MESSAGES" / f"{name}.mo"
            for folder in self.source.locales
            for code in codes
            for name in names
        )

    def _place(self) -> int:
        """Of the page that was on show; if it is gone, of the one that stands there now."""
        keys = [page.key for page in self.pages]
        if self._wanted in keys:
            return keys.index(self._wanted)
        return max(0, min(self.at, len(keys) - 1))

    # ------------------------------------------------------------------ showing

    def show(self) -> None:
        """The page of the moment, or what is to be mended."""
        if self.problems:
            self._show_problems()
        elif self.pages:
            page = self.pages[self.at]
            self._wanted = self._wanted or page.key
            self.context.theme = page.theme
            scene = page.make(self.context)
            if self.hint and hasattr(scene, "hint"):
                scene.hint = True
            self._frame_in(scene)
        else:
            self._show_empty()
        self.frame.title(self.where())

    def _show_problems(self) -> None:
        words = [in_words(problem, self.context.tr) for problem in self.problems]
        faults = [Fault(word.place, word.what, word.mend, word.line) for word in words]
        scene = ErrorsScene(self.context, faults, self.read, self._put_aside)
        self._frame_in(scene, live=True)

    def _show_empty(self) -> None:
        tr = self.context.tr
        lines = (tr("There is nothing in it yet that the class would see."),)
        notice = Notice(self.source.target.name, lines, (), self.on_quit)
        self._frame_in(NoticeScene(self.context, notice))

    def _put_aside(self) -> None:
        """From the page of the mistakes back to what could be read last, until the next save."""
        if not self.pages:
            self.on_quit()
            return
        self.problems = ()
        self.show()

    def _frame_in(self, scene: Scene, *, live: bool = False) -> None:
        self._put(PreviewScene(self.context, scene, self.strip, self.take, live=live))

    def _put(self, scene: Scene) -> None:
        self._scene = scene
        scene.enter()
        scene.refresh()

    # ------------------------------------------------------------------ where we are

    def where(self) -> str:
        """`12/140 · question · dekokatsu · quizzes/toyama.yaml:83`."""
        if self.problems or not self.pages:
            return self.source.name_of(self.source.target)
        tr, page = self.context.tr, self.pages[self.at]
        parts = [f"{self.at + 1}/{len(self.pages)}", tr(KINDS[page.kind]), page.name]
        if page.file is not None:
            line = self._line(page)
            name = self.source.name_of(page.file)
            parts.append(f"{name}:{line}" if line else name)
        return " · ".join(parts)

    def _line(self, page: Page) -> int:
        assert page.file is not None
        if page.file not in self._lines:
            self._lines[page.file] = self.source.lines(page.file)
        return self._lines[page.file].get(page.name, 0)

    def strip(self) -> Strip | None:
        """For a moment after a key was pressed."""
        if self.context.now_ms() - self._touched >= STRIP_MS or self.problems:
            return None
        return Strip(self.where(), f"{KEYS} {self.context.tr('All keys')}")

    # ------------------------------------------------------------------ keys

    def take(self, intent: intents.Intent) -> bool:
        """A key or click; False: it is left to the screen that is shown."""
        if isinstance(intent, intents.PointerMove | intents.PointerUp):
            return False
        self._touched = self.context.now_ms()
        match intent:
            case intents.FunctionKey(2):
                self._next_size()
            case intents.FunctionKey(3):
                self._next_furigana()
            case _ if self.problems:
                return False
            case intents.Back(clicker=False):
                self.on_quit()
            case intents.Character("r"):
                self._turn_over()
            case intents.Character("h"):
                self.hint = not self.hint
                self.show()
            case _:
                self._walk(intent)
        return True

    def _walk(self, intent: intents.Intent) -> None:
        match intent:
            case intents.MoveFocus("right" | "next") | intents.Go():
                self.turn_to(self.at + 1)
            case intents.MoveFocus("left" | "previous") | intents.Back():
                self.turn_to(self.at - 1)
            case intents.Wheel(steps):
                self.turn_to(self.at - (1 if steps > 0 else -1))
            case intents.MoveFocus("down"):
                self.turn_to(self._next_group())
            case intents.MoveFocus("up"):
                self.turn_to(self._group_before())
            case intents.Key("home"):
                self.turn_to(0)
            case intents.Key("end"):
                self.turn_to(len(self.pages) - 1)
            case _:
                pass

    def turn_to(self, place: int) -> None:
        """Nothing lies before the first page or after the last one."""
        self.at = max(0, min(place, len(self.pages) - 1))
        self._wanted = self.pages[self.at].key if self.pages else None
        self.show()

    def _next_group(self) -> int:
        groups = [page.group for page in self.pages]
        later = (i for i in range(self.at, len(groups)) if groups[i] != groups[self.at])
        return next(later, self.at)

    def _group_before(self) -> int:
        """The first page of this kind; from there, the first of the kind before."""
        starts = _starts([page.group for page in self.pages])
        return max((i for i in starts if i < self.at), default=0)

    def _turn_over(self) -> None:
        """From a question to its answer, or back."""
        if not self.pages:
            return
        page = self.pages[self.at]
        other = {"question": "answer", "answer": "question"}.get(page.kind)
        keys = [page.key for page in self.pages]
        if other is not None:
            self.turn_to(keys.index((other, page.edition, page.id)))

    def _next_size(self) -> None:
        room = self.frame.desktop()
        fitting = [size for size in SIZES if size[0] <= room[0] and size[1] <= room[1]]
        now = self.frame.size()
        place = fitting.index(now) + 1 if now in fitting else 0
        if fitting:
            self.frame.resize(fitting[place % len(fitting)])
        if len(fitting) < len(SIZES):
            tr = self.context.tr
            room_words = f"{room[0]}×{room[1]}"
            self._scene.toast(
                tr("This screen has {size} pixels, no more.", size=room_words), "warn"
            )

    def _next_furigana(self) -> None:
        tr, settings = self.context.tr, self.context.settings
        if not language_named(tr.language).ruby:
            self._scene.toast(tr("Furigana are for Japanese; L changes the language."), "warn")
            return
        now = settings.furigana
        place = FURIGANA.index(now) + 1 if now in FURIGANA else 0
        year = FURIGANA[place % len(FURIGANA)]
        self.context.settings = replace(settings, furigana=year)
        self.show()
        words = {0: tr("all"), NO_FURIGANA: tr("none")}.get(year) or tr("year {n}+", n=year)
        self._scene.toast(f"{tr('Furigana')}: {words}", "check")

    def _keys(self) -> list[tuple[str, str]]:
        tr = self.context.tr
        return [
            (tr("← →, clicker"), tr("the page before, the next page")),
            ("↑ ↓", tr("another kind of page")),
            (tr("Home, End"), tr("the first page, the last page")),
            ("R", tr("the question or its answer")),
            ("H", tr("a hint for the question")),
            ("L", tr("the next language")),
            ("F2", tr("another size of the window")),
            ("F3", tr("furigana: all, by school year, none")),
            ("F11", tr("full screen or window")),
            ("Esc", tr("close the preview")),
        ]


def _starts(groups: Sequence[object]) -> list[int]:
    """Where each run of equal groups begins."""
    return [i for i, group in enumerate(groups) if i == 0 or groups[i - 1] != group]
