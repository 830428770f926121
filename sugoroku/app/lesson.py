"""A whole lesson: title, teams, game, results, survey. Hands every scene its routes."""

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku.app.clock import LessonClock
from sugoroku.app.doors import doors_of
from sugoroku.app.house import House
from sugoroku.engine.state import Finished
from sugoroku.model.layout import Theme
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.dress import dress
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.scenes.notice import Notice, NoticeScene, Reply
from sugoroku.stage.scenes.title import Continuation, TitleActions, TitleScene

if TYPE_CHECKING:  # imported on use: the title must be there at once
    from sugoroku.app.arrivals import Arrivals
    from sugoroku.app.fault_report import FaultReport
    from sugoroku.app.menu import TeacherMenu
    from sugoroku.app.opening import Opening
    from sugoroku.app.play import Play
    from sugoroku.app.shelf import Shelf
    from sugoroku.app.surveying import Surveying
    from sugoroku.records.lesson import LessonRecords
    from sugoroku.records.resume import Unfinished

log = logging.getLogger("sugoroku.app")


@dataclass(slots=True)
class Running:
    """A game on the table: its records and what is shown of it."""

    records: "LessonRecords"
    play: "Play"
    clock: LessonClock


class Lesson:
    """The director of the stage: the loop asks it for the scene on show."""

    def __init__(self, house: House, context: Context) -> None:
        self.house = house
        self.context = context
        self.quit_asked = False
        self.language = house.settings.language
        self.running: Running | None = None
        self.surveying = False
        self._scene: Scene = Scene(context)
        self._minute: int | None = None

    @cached_property
    def menu(self) -> "TeacherMenu":
        from sugoroku.app.menu import TeacherMenu

        return TeacherMenu(self)

    @cached_property
    def surveys(self) -> "Surveying":
        from sugoroku.app.surveying import Surveying

        return Surveying(self)

    @cached_property
    def shelf(self) -> "Shelf":
        from sugoroku.app.shelf import Shelf

        return Shelf(self)

    @cached_property
    def fault_report(self) -> "FaultReport":
        from sugoroku.app.fault_report import FaultReport

        return FaultReport(self)

    @cached_property
    def opening(self) -> "Opening":
        from sugoroku.app.opening import Opening

        return Opening(self)

    @cached_property
    def arrivals(self) -> "Arrivals":
        from sugoroku.app.arrivals import Arrivals

        return Arrivals(self)

    # ------------------------------------------------------------------ what the loop asks

    @property
    def scene(self) -> Scene:
        return self._scene

    def prepare(self, canvas: Canvas) -> None:
        """Give the canvas the colours, the language and the sizes of the moment."""
        dress(canvas, self.context)

    def tick(self) -> None:
        """Once a frame: the clock of the lesson goes on while the class plays."""
        running = self.running
        if running is None:
            return
        playing = self._scene is running.play.front and not self.surveying
        running.clock.tick(self.context.now_ms(), playing=playing)
        if not playing or isinstance(running.play.state.phase, Finished):
            return
        if running.clock.left != self._minute:
            self._minute = running.clock.left
            self._scene.refresh()
        tr = self.context.tr
        match running.clock.news():
            case "soon":
                self.context.sounds.play("bell-soon")
                left = running.clock.left or 0
                self._scene.toast(tr.plural("{n} minute left", "{n} minutes left", left), "clock")
            case "over" if not running.play.state.bell:
                self.context.sounds.play("bell-soon")
                self._scene.toast(tr("Time is up. T: finish this round?"), "clock")
            case _:
                pass

    def portrait(self) -> str:
        return self.context.tr("Please turn the screen: the game is played on a wide one.")

    def help(self) -> None:
        """The card with all keys, over what is on show."""
        from sugoroku.stage.scenes.help import BlackScene, HelpScene

        under = self._scene
        if isinstance(under, HelpScene | BlackScene) or under.typing:
            return
        self.show(HelpScene(self.context, under, lambda: self.show(under)))

    def next_language(self) -> None:
        """All texts in the next language, on whatever is on show."""
        if self.house.locked("language"):
            self._scene.toast(self.context.tr("The school has set the language."), "warn")
            return
        codes = self.house.languages()
        now = self.context.tr.language
        self.speak(codes[(codes.index(now) + 1) % len(codes)] if now in codes else codes[0])
        self._scene.enter()
        self._scene.refresh()

    def clock(self) -> None:
        """The page of the clock comes with a key, and goes with the same."""
        running, scene = self.running, self._scene
        if running is None or self.surveying:
            return
        if scene is running.play.front:
            self.menu.time()
        elif isinstance(scene, NoticeScene) and scene.notice.safe == running.play.show_front:
            running.play.show_front()

    def black(self) -> None:
        """Nothing to be seen, until any key."""
        from sugoroku.stage.scenes.help import BlackScene

        under = self._scene
        if not isinstance(under, BlackScene):
            self.show(BlackScene(self.context, lambda: self.show(under)))

    def undo(self) -> None:
        if self.running is not None and not self.surveying:
            self.running.play.undo()

    def redo(self) -> None:
        if self.running is not None and not self.surveying:
            self.running.play.redo()

    def on_drop(self, path: Path) -> None:
        """A file was dropped on the window."""
        self.arrivals.dropped(path)

    def on_quit(self) -> None:
        """The window's cross or Escape on the title: everything is saved already."""
        self.quit_asked = True

    def on_fault(self, fault: BaseException) -> None:
        """Something unexpected: details to the log, a calm page to the projector."""
        log.error("unexpected fault", exc_info=fault)
        tr = self.context.tr
        again = self._recover if self.running is not None else self.show_title
        self.show(
            NoticeScene(
                self.context,
                Notice(
                    title=tr("A short stop"),
                    lines=(
                        tr("Something unexpected happened. Everything so far is saved."),
                        tr("Go on where you were, or close the program and open it again."),
                    ),
                    replies=(
                        Reply(tr("Close"), self.on_quit),
                        Reply(tr("Go on"), again, "primary", "play"),
                    ),
                    safe=again,
                    pose="thinking",
                ),
            )
        )

    def _recover(self) -> None:
        if self.running is not None and self.surveying:
            self.surveys.show_door()
        elif self.running is not None:
            self.running.play.show_state()

    def show(self, scene: Scene) -> None:
        self._scene = scene
        scene.enter()
        scene.refresh()

    # ------------------------------------------------------------------ title

    def show_title(self, shown: str = "") -> None:
        """A lesson that is not over can be gone on with from here. `shown` is the edition whose
        door is to be seen first.
        """
        self.clear_table()
        entries = self.house.editions()
        origins = {e.id: e.language for e in sorted(entries, key=lambda e: not e.pack)}
        first = entries[0].theme if entries else Theme(id="plain")
        unfinished = self.house.unfinished()
        last = unfinished[0].language if unfinished else ""
        self.speak_of(self.language or last or self.house.system_language(), first, origins)
        actions = TitleActions(
            choose=self.choose_edition,
            resume=self._continuation(unfinished[0]) if unfinished else None,
            language=None if self.house.locked("language") else self._title_language,
            languages=self.house.languages(),
            lessons=self.shelf_opened if self.house.has_played() else None,
            quit=self._ask_quit,
        )
        doors = doors_of(entries, self.house, self.context.tr)
        self.show(TitleScene(self.context, doors, actions, self.language, shown))

    def clear_table(self, done: bool | None = None) -> None:
        """Close the records of the lesson, if there is one; `done` as they mean it."""
        self.surveying = False
        if self.running is not None:
            self.running.records.close(done)
            self.running = None
            gc.collect()  # a game holds large pictures in circles of references

    def _continuation(self, last: "Unfinished") -> Continuation:
        tr = self.context.tr
        at_survey = last.phase in ("before", "survey")
        where = tr("Survey") if at_survey else tr("Round {n}", n=tr.number(last.round))
        return Continuation(
            place=tr.text(last.place if last.place.source else last.title),
            line=f"{tr.day_and_time(last.started)} · {where} · {tr.listed(last.teams)}",
            resume=lambda: self.resume(last.path),
        )

    def _title_language(self, code: str) -> None:
        self.language = code
        self.show_title()

    def shelf_opened(self) -> None:
        self.shelf.show_list()

    def _ask_quit(self) -> None:
        tr = self.context.tr
        self.show(
            NoticeScene(
                self.context,
                Notice(
                    title=tr("Close the game?"),
                    lines=(tr("Everything is saved."),),
                    replies=(
                        Reply(tr("Close"), self.on_quit, "danger"),
                        Reply(tr("Stay"), self.show_title, "primary"),
                    ),
                    safe=self.show_title,
                ),
                under=self._scene,
            )
        )

    def speak(self, code: str) -> None:
        """All texts change at once, also in the middle of a question."""
        self.language = code
        if self.running is None:
            self.context.tr = self.context.tr.switched(code)
            return
        edition = self.running.records.edition
        self.context.tr = self.house.translator(code, edition.languages(), edition.pack)
        self.running.records.speak(self.context.tr)
        self.running.play.front.enter()
        self.running.play.board.enter()

    def speak_of(
        self, language: str, theme: Theme, origins: dict[str, str], pack: str = ""
    ) -> None:
        self.context.tr = self.house.translator(language, origins, pack)
        self.context.theme = theme
        self.context.sounds.folder = theme.sounds

    def say(
        self, title: str, lines: tuple[str, ...], then: Callable[[], None], under: Scene | None
    ) -> None:
        """A notice with one answer."""
        reply = Reply(self.context.tr("Go on"), then, "primary", "next")
        self.show(NoticeScene(self.context, Notice(title, lines, (reply,), then), under))

    def choose_edition(self, key: str) -> None:
        self.opening.choose_edition(key)

    # ------------------------------------------------------------------ game

    def begin(
        self, records: "LessonRecords", *, explain: bool = False, ask_before: bool = False
    ) -> None:
        """Put a new or a resumed game on the table, in the language spoken last.

        `ask_before`: a survey comes before the first turn.
        """
        running = self.lay_out(records)
        if explain:
            from sugoroku.app.guide import Guide

            running.play.guide = Guide(self.context, self.show)
        if ask_before:
            records.begin_survey("before")
        if records.phase == "before":
            self.surveys.before_game()
        elif records.survey_begun:
            self.show_survey()
        else:
            running.play.show_state()

    def lay_out(self, records: "LessonRecords") -> Running:
        """The table of a lesson; nothing of it is shown yet."""
        from sugoroku.app.play import Play, PlayRoutes

        self.surveying = False
        edition, setup = records.edition, records.setup
        language = records.language or edition.board.language
        if self.house.locked("language"):
            language = self.language or language
        self.speak_of(language, edition.theme, edition.languages(), edition.pack)
        records.speak(self.context.tr)
        routes = PlayRoutes(
            show=self.show,
            pause=self.menu.open,
            clock=self.menu.time,
            survey=self.show_survey,
            again=self.show_title,
            question_shown=lambda: self._question_shown(records),
            marked=records.keep_marks,
            marks=records.marks,
            minutes_left=lambda: clock.left,
            trouble=self.tell_trouble,
        )
        clock = LessonClock(setup.minutes, records.elapsed_ms)
        play = Play(self.context, edition, setup, records.session, routes)
        self.running = Running(records, play, clock)
        return self.running

    def resume(self, folder: Path) -> None:
        """Go on with a lesson exactly where it was."""
        records, trouble = self.house.resume(folder, self.context.tr)
        if records is None:
            tr = self.context.tr
            self.say(tr("This game cannot be opened"), (trouble,), self.show_title, None)
            return
        self.begin(records)

    def _question_shown(self, records: "LessonRecords") -> None:
        """The seconds of the answer count from here; it is read aloud, if that is wanted."""
        records.question_shown()
        if self.context.settings.voice and self.running is not None:
            self.house.voice.say(self.running.play.spoken(), self.context.tr.language)

    def tell_trouble(self) -> None:
        """Calmly, if a record could not be written."""
        if self.running is None:
            return
        line = self.running.records.trouble(self.context.tr)
        if line:
            self._scene.toast(line, "warn")

    # ------------------------------------------------------------------ survey

    def show_survey(self) -> None:
        """After the game: the class says what it thinks."""
        self.surveys.after_game()

    def finish(self) -> None:
        """Everything is on disk; tell the teacher where."""
        running = self.running
        if running is None:
            self.show_title()
            return
        running.records.close(done=True)
        tr = self.context.tr
        self.say(
            tr("Thank you, everyone!"),
            (tr("The answers are kept here:"), str(running.records.folder)),
            self.show_title,
            None,
        )
