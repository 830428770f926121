"""From the door of a town to the first turn: the edition is read, the teams are made."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sugoroku.model.edition import Edition
from sugoroku.model.ids import TEAM_SHAPES
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.stage.scenes.notice import NameScene, Notice, NoticeScene, Reply

if TYPE_CHECKING:  # imported on use: the title must be there at once
    from sugoroku.app.lesson import Lesson
    from sugoroku.stage.scenes.setup import Plan


class Opening:
    """What the lesson does before it begins."""

    def __init__(self, lesson: "Lesson") -> None:
        self._lesson = lesson

    def choose_edition(self, key: str) -> None:
        """Read the edition; its mistakes, if any, are shown to be mended."""
        from sugoroku.stage.scenes.errors import ErrorsScene, Fault

        edition, faults = self._lesson.house.load(key, self._lesson.context.tr)
        if edition is None:
            self._lesson.show(
                ErrorsScene(
                    self._lesson.context,
                    [Fault(f.place, f.what, f.mend, f.line) for f in faults],
                    reload=lambda: self.choose_edition(key),
                    back=self._lesson.show_title,
                )
            )
            return
        language = self._lesson.language or edition.board.language
        self._lesson.speak_of(language, edition.theme, edition.languages(), edition.pack)
        self.show_setup(edition, self.first_plan(edition))

    def first_plan(self, edition: Edition) -> "Plan":
        from sugoroku.stage.scenes.setup import Plan

        tr = self._lesson.context.tr
        offered = [tr.plain(name) for name in edition.board.teams[: len(TEAM_SHAPES)]]
        spare = [tr("Team {n}", n=i + 1) for i in range(len(TEAM_SHAPES))]
        settings = self._lesson.house.settings
        return Plan(
            names=tuple(offered + spare[len(offered) :]),
            teams=settings.teams or 4,
            minutes=edition.board.minutes,
            die=settings.die or "virtual",
            answering=edition.board.rules.answering,
            explain=not self._lesson.house.has_played(),
        )

    def show_setup(self, edition: Edition, plan: "Plan", team: int | None = None) -> None:
        from sugoroku.stage.scenes.setup import SetupActions, SetupScene

        actions = SetupActions(
            start=lambda chosen: self.start(edition, chosen),
            rename=lambda chosen, place: self._rename(edition, chosen, place),
            back=self._lesson.show_title,
            settings=self._setup_options,
        )
        self._lesson.show(SetupScene(self._lesson.context, edition, plan, actions, team=team))

    def _setup_options(self) -> None:
        under = self._lesson.scene
        self._lesson.menu.options(under, lambda: self._lesson.show(under))

    def _rename(self, edition: Edition, plan: "Plan", place: int) -> None:
        def done(name: str | None) -> None:
            names = plan.names
            if name:
                names = (*names[:place], name, *names[place + 1 :])
            self.show_setup(edition, replace(plan, names=names), team=place)

        self._lesson.show(
            NameScene(self._lesson.context, self._lesson.scene, plan.names[place], done)
        )

    def start(self, edition: Edition, plan: "Plan") -> None:
        """Open the lesson's folder and begin. A folder that cannot be written is told first."""
        setup = GameSetup(
            teams=tuple(
                TeamSetup(name, pupils)
                for name, pupils in zip(plan.names, plan.pupils, strict=False)
            )[: plan.teams],
            seed=self._lesson.house.seed(),
            grade=plan.grade,
            answering=plan.answering,
            die=plan.die,
            minutes=plan.minutes,
            language=self._lesson.context.tr.language,
        )
        reason = self._lesson.house.folder_trouble(self._lesson.context.tr)
        if reason is not None:
            self._tell_folder(reason, lambda: self.start(edition, plan))
            return
        records, trouble = self._lesson.house.new_records(edition, setup, self._lesson.context.tr)
        if records is None:
            self._tell_folder(trouble, lambda: self.start(edition, plan))
        else:
            asks = plan.ask_before and bool(edition.asked("before", plan.grade))
            self._lesson.begin(records, explain=plan.explain, ask_before=asks)

    def _tell_folder(self, reason: str, again: Callable[[], None]) -> None:
        tr = self._lesson.context.tr
        other = self._lesson.house.other_folder()

        def elsewhere() -> None:
            self._lesson.house.keep_in(other)
            again()

        self._lesson.show(
            NoticeScene(
                self._lesson.context,
                Notice(
                    title=tr("The folder for the results cannot be written"),
                    lines=(str(self._lesson.house.data_folder), reason,
                           tr("The results can be kept here instead: {folder}", folder=other)),
                    replies=(
                        Reply(tr("Back"), self._lesson.show_title),
                        Reply(tr("Try again"), again),
                        Reply(tr("Keep there"), elsewhere, "primary"),
                    ),
                    safe=self._lesson.show_title,
                    pose="thinking",
                ),
            )
        )  # fmt: skip
