"""A whole lesson: title, teams, game, results, survey. Hands every scene its routes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku.app.house import House
from sugoroku.engine import commands
from sugoroku.engine.state import AwaitAnswer, AwaitRoll, Finished
from sugoroku.i18n.languages import language_named
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TEAM_SHAPES
from sugoroku.model.layout import Theme
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.scenes.notice import NameScene, Notice, NoticeScene, Reply
from sugoroku.stage.scenes.title import Continuation, Door, TitleActions, TitleScene

if TYPE_CHECKING:  # imported on use: the title must be there at once
    from sugoroku.app.play import Play
    from sugoroku.records.lesson import LessonRecords
    from sugoroku.records.resume import Unfinished
    from sugoroku.stage.scenes.setup import Plan

log = logging.getLogger("sugoroku.app")


@dataclass(slots=True)
class Running:
    """A game on the table: its records and what is shown of it."""

    records: "LessonRecords"
    play: "Play"


class Lesson:
    """The director of the stage: the loop asks it for the scene on show."""

    def __init__(self, house: House, context: Context) -> None:
        self.house = house
        self.context = context
        self.quit_asked = False
        self.language = house.settings.language
        self.furigana = house.settings.furigana
        self.running: Running | None = None
        self.surveying = False
        self._scene: Scene = Scene(context)

    # ------------------------------------------------------------------ what the loop asks

    @property
    def scene(self) -> Scene:
        return self._scene

    def prepare(self, canvas: Canvas) -> None:
        """Give the canvas the colours and the language of the moment."""
        canvas.palette = self.context.theme.palette
        canvas.language = self.context.tr.language
        canvas.furigana = self.furigana and language_named(self.context.tr.language).ruby

    def undo(self) -> None:
        if self.running is not None and not self.surveying:
            self.running.play.undo()

    def redo(self) -> None:
        if self.running is not None and not self.surveying:
            self.running.play.redo()

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
        if self.running is not None:
            self.running.play.show_state()

    def show(self, scene: Scene) -> None:
        self._scene = scene
        scene.enter()
        scene.refresh()

    # ------------------------------------------------------------------ title

    def show_title(self) -> None:
        """A lesson that is not over can be gone on with from here."""
        if self.running is not None:
            self.running.records.close()
        self.running, self.surveying = None, False
        entries = self.house.editions()
        doors = [
            Door(e.id, e.place if e.place else e.title, e.language, e.theme, bool(e.problems))
            for e in entries
        ]
        origins = {e.id: e.language for e in entries}
        first = doors[0].theme if doors else Theme(id="plain")
        self._speak(self.language or self.house.system_language(), first, origins)
        unfinished = self.house.unfinished()
        actions = TitleActions(
            choose=self.choose_edition,
            resume=self._continuation(unfinished[0]) if unfinished else None,
            language=self._title_language,
            quit=self._ask_quit,
        )
        self.show(TitleScene(self.context, doors, actions, self.language))

    def _continuation(self, last: "Unfinished") -> Continuation:
        tr = self.context.tr
        teams = tr.plural("{n} team", "{n} teams", len(last.teams))
        at_survey = last.phase == "survey"
        where = tr("Survey") if at_survey else tr("Round {n}", n=tr.number(last.round))
        return Continuation(
            place=tr.text(last.place if last.place.source else last.title),
            line=f"{tr.day_and_time(last.started)} · {where} · {teams}: {', '.join(last.teams)}",
            resume=lambda: self.resume(last.path),
        )

    def _title_language(self, code: str) -> None:
        self.language = code
        self.show_title()

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

    def _speak(self, language: str, theme: Theme, origins: dict[str, str]) -> None:
        self.context.tr = self.house.translator(language, origins)
        self.context.theme = theme

    def say(
        self, title: str, lines: tuple[str, ...], then: Callable[[], None], under: Scene | None
    ) -> None:
        """A notice with one answer."""
        reply = Reply(self.context.tr("Go on"), then, "primary", "next")
        self.show(NoticeScene(self.context, Notice(title, lines, (reply,), then), under))

    # ------------------------------------------------------------------ setup

    def choose_edition(self, edition_id: str) -> None:
        """Read the edition; its mistakes, if any, are shown to be mended."""
        from sugoroku.stage.scenes.errors import ErrorsScene, Fault

        edition, faults = self.house.load(edition_id, self.context.tr)
        if edition is None:
            self.show(
                ErrorsScene(
                    self.context,
                    [Fault(f.place, f.what, f.mend, f.line) for f in faults],
                    reload=lambda: self.choose_edition(edition_id),
                    back=self.show_title,
                )
            )
            return
        language = self.language or edition.board.language
        self._speak(language, edition.theme, edition.languages())
        self.show_setup(edition, self.first_plan(edition))

    def first_plan(self, edition: Edition) -> "Plan":
        from sugoroku.stage.scenes.setup import Plan

        tr = self.context.tr
        offered = [tr.plain(name) for name in edition.board.teams[: len(TEAM_SHAPES)]]
        spare = [tr("Team {n}", n=i + 1) for i in range(len(TEAM_SHAPES))]
        settings = self.house.settings
        return Plan(
            names=tuple(offered + spare[len(offered) :]),
            teams=settings.teams or 4,
            minutes=edition.board.minutes,
            die=settings.die or "virtual",
            answering=edition.board.rules.answering,
        )

    def show_setup(self, edition: Edition, plan: "Plan", team: int | None = None) -> None:
        from sugoroku.stage.scenes.setup import SetupActions, SetupScene

        actions = SetupActions(
            start=lambda chosen: self.start(edition, chosen),
            rename=lambda chosen, place: self._rename(edition, chosen, place),
            back=self.show_title,
        )
        self.show(SetupScene(self.context, edition, plan, actions, team=team))

    def _rename(self, edition: Edition, plan: "Plan", place: int) -> None:
        def done(name: str | None) -> None:
            names = plan.names
            if name:
                names = (*names[:place], name, *names[place + 1 :])
            self.show_setup(edition, replace(plan, names=names), team=place)

        self.show(NameScene(self.context, self._scene, plan.names[place], done))

    def start(self, edition: Edition, plan: "Plan") -> None:
        """Open the lesson's folder and begin. A folder that cannot be written is told first."""
        setup = GameSetup(
            teams=tuple(
                TeamSetup(name, pupils)
                for name, pupils in zip(plan.names, plan.pupils, strict=False)
            )[: plan.teams],
            seed=self.house.seed(),
            grade=plan.grade,
            answering=plan.answering,
            die=plan.die,
            minutes=plan.minutes,
            language=self.context.tr.language,
        )
        reason = self.house.folder_trouble(self.context.tr)
        if reason is not None:
            self._tell_folder(reason, lambda: self.start(edition, plan))
            return
        records, trouble = self.house.new_records(edition, setup, self.context.tr)
        if records is None:
            self._tell_folder(trouble, lambda: self.start(edition, plan))
        else:
            self.begin(records)

    def _tell_folder(self, reason: str, again: Callable[[], None]) -> None:
        tr = self.context.tr
        other = self.house.other_folder()

        def elsewhere() -> None:
            self.house.keep_in(other)
            again()

        self.show(
            NoticeScene(
                self.context,
                Notice(
                    title=tr("The folder for the results cannot be written"),
                    lines=(str(self.house.data_folder), reason,
                           tr("The results can be kept here instead: {folder}", folder=other)),
                    replies=(
                        Reply(tr("Back"), self.show_title),
                        Reply(tr("Try again"), again),
                        Reply(tr("Keep there"), elsewhere, "primary"),
                    ),
                    safe=self.show_title,
                    pose="thinking",
                ),
            )
        )  # fmt: skip

    # ------------------------------------------------------------------ game

    def begin(self, records: "LessonRecords") -> None:
        """Put a new or a resumed game on the table, in the language spoken last."""
        from sugoroku.app.play import Play, PlayRoutes

        self.surveying = False
        edition, setup = records.edition, records.setup
        self._speak(records.language or edition.board.language, edition.theme, edition.languages())
        records.speak(self.context.tr)
        routes = PlayRoutes(
            show=self.show,
            pause=self.show_pause,
            survey=self.show_survey,
            again=self.show_title,
            question_shown=records.question_shown,
            trouble=self._tell_trouble,
        )
        play = Play(self.context, edition, setup, records.session, routes)
        self.running = Running(records, play)
        if records.survey_begun:
            self.show_survey()
        else:
            play.show_state()

    def resume(self, folder: Path) -> None:
        """Go on with a lesson exactly where it was."""
        records, trouble = self.house.resume(folder, self.context.tr)
        if records is None:
            tr = self.context.tr
            self.say(tr("This game cannot be opened"), (trouble,), self.show_title, None)
            return
        self.begin(records)

    def _tell_trouble(self) -> None:
        if self.running is None:
            return
        line = self.running.records.trouble(self.context.tr)
        if line:
            self.running.play.front.toast(line, "warn")

    def show_pause(self) -> None:
        from sugoroku.stage.scenes.pause import PauseActions, PauseScene

        running = self.running
        if running is None:
            return
        session, play = running.records.session, running.play
        state, under = session.state, self._scene
        over = isinstance(state.phase, Finished)

        def back() -> None:
            self.show(under)

        def submit(command: commands.AnyCommand) -> Callable[[], None]:
            return lambda: play.submit(command)

        actions = PauseActions(
            resume=back,
            undo=play.undo if session.can_undo else None,
            redo=play.redo if session.can_redo else None,
            correct=self._correct if isinstance(state.phase, AwaitRoll) else None,
            skip=None if over else submit(commands.PassTurn()),
            swap=submit(commands.SwapQuestion()) if isinstance(state.phase, AwaitAnswer) else None,
            bell=None if over or state.bell else submit(commands.RingBell()),
            end=None if over else self._ask_end,
            language=lambda code: self._change_language(code, under),
            furigana=self._set_furigana,
            sound=self.context.sounds.enable,
            everyone=self._set_everyone,
        )
        self.show(
            PauseScene(
                self.context,
                under,
                actions,
                furigana=self.furigana,
                sound=self.context.sounds.enabled,
                everyone=state.answering == "everyone",
            )
        )

    def _set_furigana(self, on: bool) -> None:
        self.furigana = on

    def _set_everyone(self, on: bool) -> None:
        if self.running is None:
            return
        self.running.records.session.submit(commands.SetAnswering("everyone" if on else "team"))
        self.running.play.show_state()
        self.show_pause()

    def _correct(self) -> None:
        if self.running is not None:
            play = self.running.play
            play.show_state()
            play.board.correct(play.state.turn)

    def _ask_end(self) -> None:
        tr, pause = self.context.tr, self._scene
        if self.running is None:
            return
        play = self.running.play
        self.show(
            NoticeScene(
                self.context,
                Notice(
                    title=tr("End the game now?"),
                    lines=(
                        tr("The ranking is made from where the teams stand. It can be undone."),
                    ),
                    replies=(
                        Reply(tr("End now"), lambda: play.submit(commands.EndGame()), "danger"),
                        Reply(tr("Play on"), lambda: self.show(pause), "primary"),
                    ),
                    safe=lambda: self.show(pause),
                ),
                under=play.board,
            )
        )  # fmt: skip

    def _change_language(self, code: str, under: Scene) -> None:
        """All texts change at once, also in the middle of a question."""
        self.language = code
        if self.running is not None:
            self.context.tr = self.house.translator(code, self.running.records.edition.languages())
            self.running.records.speak(self.context.tr)
        under.enter()
        under.refresh()
        self._scene = under
        self.show_pause()

    # ------------------------------------------------------------------ survey

    def show_survey(self) -> None:
        from sugoroku.stage.scenes.survey import SurveyActions, SurveyScene

        running = self.running
        if running is None:
            return
        survey = running.records.edition.survey
        if survey is None:
            self.finish()
            return
        running.records.begin_survey()
        self.surveying = True
        actions = SurveyActions(
            save=running.records.save_survey, finish=self.finish, pause=self.leave_survey
        )
        self.show(SurveyScene(self.context, survey, actions, running.records.surveyed))

    def leave_survey(self) -> None:
        """Stop for now: the survey goes on another time."""
        if self.running is not None:
            self.running.records.close(done=False)
            self.running = None
        self.show_title()

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
