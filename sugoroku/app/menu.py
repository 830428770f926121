"""What the teacher may do at any time: the menu, and the pages behind it.

Everything that changes the game is a command of the table, recorded and undoable. Everything
that changes how it is shown is a setting.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from sugoroku.engine import commands
from sugoroku.engine.refusals import Refused
from sugoroku.engine.state import AwaitAnswer, AwaitRoll, Finished
from sugoroku.model.ids import TeamId
from sugoroku.stage.captions import caption, refusal_text
from sugoroku.stage.scene import Scene
from sugoroku.stage.scenes.notice import NameScene, Notice, NoticeScene, Reply
from sugoroku.stage.scenes.options import OptionsActions, OptionsScene
from sugoroku.stage.scenes.pause import PauseActions, PauseScene
from sugoroku.stage.scenes.teams import TeamsActions, TeamsScene
from sugoroku.stage.view import TableView

if TYPE_CHECKING:
    from sugoroku.app.lesson import Lesson, Running

PUPILS = 5
"""Of a team that joins in the middle."""
MORE_MINUTES = 5


class TeacherMenu:
    """Opened over whatever is on show; goes back there."""

    def __init__(self, lesson: "Lesson") -> None:
        self._lesson = lesson

    @property
    def _running(self) -> "Running":
        running = self._lesson.running
        assert running is not None
        return running

    def open(self) -> None:
        lesson = self._lesson
        if lesson.running is None or lesson.surveying:
            return
        play, session = self._running.play, self._running.records.session
        phase = session.state.phase
        over, asked = isinstance(phase, Finished), isinstance(phase, AwaitAnswer)
        actions = PauseActions(
            resume=play.show_front,
            undo=play.undo if session.can_undo else None,
            redo=play.redo if session.can_redo else None,
            correct=self._correct if isinstance(phase, AwaitRoll) else None,
            teams=None if over else self._teams,
            again=play.ask_again if play.can_ask_again else None,
            swap=self._submit(commands.SwapQuestion()) if asked else None,
            skip=None if over else self._submit(commands.PassTurn()),
            settings=lambda: self.options(play.front, self.open),
            bell=None if over or session.state.bell else self._submit(commands.RingBell()),
            end=None if over else self._ask_end,
        )
        lesson.show(PauseScene(lesson.context, play.front, actions))

    def _submit(self, command: commands.AnyCommand) -> Callable[[], None]:
        return lambda: self._running.play.submit(command)

    def _correct(self) -> None:
        play = self._running.play
        play.show_state()
        play.board.correct(play.state.turn)

    def _ask_end(self) -> None:
        tr = self._lesson.context.tr
        play = self._running.play
        self._lesson.show(
            NoticeScene(
                self._lesson.context,
                Notice(
                    title=tr("End the game now?"),
                    lines=(
                        tr("The ranking is made from where the teams stand. It can be undone."),
                    ),
                    replies=(
                        Reply(tr("End now"), self._submit(commands.EndGame()), "danger"),
                        Reply(tr("Play on"), self.open, "primary"),
                    ),
                    safe=self.open,
                    picture="ui/sure",
                ),
                under=play.front,
            )
        )  # fmt: skip

    # ------------------------------------------------------------------ the clock

    def time(self) -> None:
        """The clock was pressed: go on, more minutes, or end with this round."""
        lesson, running = self._lesson, self._running
        tr, clock, play = lesson.context.tr, running.clock, running.play
        left = clock.left
        if left is None:
            line = tr("This game has no clock.")
        else:
            line = tr.plural("{n} minute is left.", "{n} minutes are left.", left)

        def more() -> None:
            clock.add(MORE_MINUTES)
            play.show_front()

        replies = [Reply(tr("+{n} minutes", n=MORE_MINUTES), more)]
        if not isinstance(play.state.phase, Finished) and not play.state.bell:
            bell = self._submit(commands.RingBell())
            replies.append(Reply(tr("End after this round"), bell))
        replies.append(Reply(tr("Play on"), play.show_front, "primary"))
        lesson.show(
            NoticeScene(
                lesson.context,
                Notice(
                    title=tr("The clock"),
                    lines=(line, tr("With the last round, all teams have had equal turns.")),
                    replies=tuple(replies),
                    safe=play.show_front,
                ),
                under=play.front,
            )
        )

    # ------------------------------------------------------------------ the teams

    def _teams(self) -> None:
        lesson, play = self._lesson, self._running.play
        actions = TeamsActions(
            rename=self._rename,
            leaves=lambda team, n: self._quietly(commands.SetLeaves(team, n)),
            rest=lambda team, n: self._quietly(commands.SetRest(team, n)),
            order=lambda teams: self._quietly(commands.OrderTeams(teams)),
            remove=lambda team: self._quietly(commands.RemoveTeam(team)),
            add=self._add,
            undo=self._undo,
            back=play.catch_up,
        )
        scene = TeamsScene(
            lesson.context, play.front, lambda: TableView.of(self._running.play.state), actions
        )
        lesson.show(scene)

    def _quietly(self, command: commands.AnyCommand) -> None:
        """A command whose outcome the page of the teams shows itself."""
        lesson = self._lesson
        tr, names = lesson.context.tr, TableView.of(self._running.play.state).names()
        try:
            step = self._running.records.session.submit(command)
            said = [caption(event, tr, names) for event in step.events]
            lesson.scene.toast(" ".join(words for words in said if words), "check")
        except Refused as refused:
            lesson.scene.toast(refusal_text(refused.refusal, lesson.context.tr), "warn")
        lesson.tell_trouble()

    def _undo(self) -> None:
        session, tr = self._running.records.session, self._lesson.context.tr
        if session.can_undo:
            session.undo()
            self._lesson.scene.toast(tr("One step back"), "undo")

    def _add(self) -> None:
        tr, state = self._lesson.context.tr, self._running.play.state
        names = {team.name for team in state.teams}
        offered = [tr.plain(name) for name in self._running.play.edition.board.teams]
        offered += [tr("Team {n}", n=n) for n in range(1, 9)]
        name = next(name for name in offered if name not in names)
        self._quietly(commands.AddTeam(name, PUPILS))

    def _rename(self, team: TeamId) -> None:
        def done(name: str | None) -> None:
            if name:
                self._quietly(commands.RenameTeam(team, name))
            self._teams()

        lesson = self._lesson
        name = self._running.play.state.team(team).name
        lesson.show(NameScene(lesson.context, self._running.play.front, name, done))

    # ------------------------------------------------------------------ settings

    def options(self, under: Scene, back: Callable[[], None]) -> None:
        """The page of the settings; also before the game, from the setup."""
        lesson = self._lesson
        playing = lesson.running is not None
        actions = OptionsActions(
            change=self._change,
            language=self._language,
            everyone=self._everyone if playing else None,
            back=back,
            report=None if playing else lambda: lesson.fault_report.offer(under, back),
        )
        everyone = lesson.running is not None and self._running.play.state.answering == "everyone"
        lesson.show(
            OptionsScene(
                lesson.context, under, actions, lesson.house.languages(), everyone=everyone,
                voices=lesson.house.voice.available,
                locked=lesson.house.policy.locked,
            )
        )  # fmt: skip

    def _change(self, name: str, value: object) -> None:
        lesson = self._lesson
        if lesson.house.locked(name):
            return
        lesson.context.settings = msgspec.structs.replace(lesson.context.settings, **{name: value})
        lesson.house.remember(lesson.context.settings)
        if name == "volume":
            lesson.context.sounds.volume = lesson.context.settings.volume
            lesson.context.sounds.play("tap")

    def _everyone(self, on: bool) -> None:
        self._quietly(commands.SetAnswering("everyone" if on else "team"))
        play = self._running.play
        scene = self._lesson.scene
        play.catch_up()
        if isinstance(scene, OptionsScene):
            scene.under = play.front
        self._lesson.show(scene)

    def _language(self, code: str) -> None:
        """All texts change at once, also in the middle of a question."""
        self._lesson.speak(code)
        self._lesson.scene.enter()
