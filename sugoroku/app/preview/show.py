"""Opens the preview's window, or writes its pages as pictures. Returns exit statuses."""

import logging
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from sugoroku import paths
from sugoroku.app.house import in_words
from sugoroku.app.preview.desk import Desk, Frame
from sugoroku.app.preview.pages import Page
from sugoroku.app.preview.source import Source
from sugoroku.app.run import has_display, start_log
from sugoroku.content.library import ContentFolders
from sugoroku.content.problems import Problem
from sugoroku.i18n.languages import computers_language
from sugoroku.i18n.translator import Translator
from sugoroku.model.layout import Theme
from sugoroku.settings import Settings
from sugoroku.stage import window
from sugoroku.stage.assets import Assets
from sugoroku.stage.loop import Loop, NoDisplay
from sugoroku.stage.scene import Context
from sugoroku.stage.sounds import Sounds

log = logging.getLogger("sugoroku.app")

USUAL_SIZE = (1366, 768)
PICTURE_SIZE = (1920, 1080)


def preview(
    name: str, settings: Settings, pictures: Path | None = None, *, mine: bool = False
) -> int:
    """`name`: a path or an edition. `pictures`: the folder to write all pages to, and no window.
    `mine`: without what lies in other folders.

    0 good; 1 when pictures were asked for and there are mistakes; 2 a bad call or no display.
    """
    roots = paths.content_roots(settings.data_folder)
    tr = Translator(settings.language or computers_language(), [r / "locales" for r in roots])
    source = Source.named(name, roots)
    if source is None:
        known = ", ".join(ContentFolders(roots).names("board"))
        print(tr("There is no file, folder or edition “{name}”.", name=name),
              tr("There are: {names}.", names=known), file=sys.stderr)  # fmt: skip
        return 2
    if pictures is not None:
        os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
        return _write(source, settings, pictures, mine)
    if not has_display():
        return _no_window(tr)
    start_log()
    try:
        desk, loop = open_desk(source, settings)
    except NoDisplay as reason:
        log.error("no display: %s", reason)
        return _no_window(tr)
    desk.mine = mine
    desk.read()
    loop.run(desk)
    return 0


def _no_window(tr: Translator) -> int:
    line = tr("No window can be opened here. --screenshots DIR writes the pages without one.")
    print(line, file=sys.stderr)
    return 2


def open_desk(
    source: Source, settings: Settings, *, step_ms: float | None = None
) -> tuple[Desk, Loop]:
    """A window with the preview in it, still empty. Raises `NoDisplay` when there is none."""
    assets = Assets(source.folders.pictures())
    loop = Loop(assets, step_ms)
    loop.open_window(settings.size or USUAL_SIZE, True, source.target.name, assets.icon())
    room = window.within_desktop(USUAL_SIZE)
    if settings.size is None and room != USUAL_SIZE:
        loop.resize(room)
    language = settings.language or computers_language()
    context = Context(
        Translator(language, source.locales),
        Theme(id="plain"),
        settings,
        Sounds(assets, 0),
        loop.now_ms,
    )
    frame = Frame(
        title=window.set_title,
        size=window.current_size,
        desktop=window.desktop_size,
        resize=loop.resize,
        forget_pictures=assets.forget,
    )
    desk = Desk(source, context, frame)
    loop.direct(desk)
    return desk, loop


def _write(source: Source, settings: Settings, folder: Path, mine: bool) -> int:
    """All pages that can be read as `012-question-dekokatsu-ja.png`; mistakes are printed."""
    start_log()
    size = settings.size or PICTURE_SIZE
    desk, loop = open_desk(source, replace(settings, size=size))
    desk.watching, desk.hints, desk.mine = False, True, mine
    desk.read()
    tr = desk.context.tr
    problems, desk.problems = desk.problems, ()
    _print(problems, tr)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(desk.pages):
            desk.turn_to(number)
            loop.frame()
            loop.capture(folder / picture_name(number + 1, page, tr.language))
    except OSError as fault:
        print(tr("The pictures cannot be written: {why}", why=fault), file=sys.stderr)
        return 1
    print(tr.plural("{n} picture: {folder}", "{n} pictures: {folder}", len(desk.pages),
                    folder=folder), file=sys.stderr)  # fmt: skip
    for drawn in desk.faults:
        print(repr(drawn), file=sys.stderr)
    return 1 if problems or desk.faults else 0


def picture_name(number: int, page: Page, language: str) -> str:
    safe = re.sub(r"[^A-Za-z0-9_-]", "-", page.name)
    return f"{number:03}-{page.kind}-{safe}-{language}.png"


def _print(problems: Iterable[Problem], tr: Translator) -> None:
    for problem in problems:
        words = in_words(problem, tr)
        print(f"{words.place}: {words.what}\n    {words.line}\n    {words.mend}", file=sys.stderr)
