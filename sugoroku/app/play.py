"""One game on the stage: a command goes to the session, and its events are shown in beats.

A beat is a motion on the board or a card that waits for the teacher. The state is ahead of
what is shown; the view catches up.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sugoroku.app.guide import Guide
from sugoroku.app.pills import pills
from sugoroku.engine import commands, events
from sugoroku.engine.refusals import Refused
from sugoroku.engine.state import AwaitAnswer, AwaitRoll, Finished, State, Team
from sugoroku.model.edition import Edition
from sugoroku.model.quiz import Response
from sugoroku.model.setup import GameSetup
from sugoroku.session.session import Session
from sugoroku.stage.captions import caption, refusal_text
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.scenes.board import BoardActions, BoardScene
from sugoroku.stage.scenes.event import EventCard, EventScene
from sugoroku.stage.scenes.quiz import QuizActions, QuizCard, QuizScene
from sugoroku.stage.scenes.results import ResultsCard, ResultsScene
from sugoroku.stage.scenes.reveal import RevealCard, RevealScene
from sugoroku.stage.view import TableView

Events = tuple[events.AnyEvent, ...]

_QUIET = (
    commands.RingBell, commands.SetAnswering, commands.AddTeam, commands.RenameTeam,
    commands.OrderTeams, commands.SetLeaves, commands.SetRest, commands.MoveTeam,
)  # fmt: skip
"""The teacher's commands that leave an open question open."""


@dataclass(frozen=True, slots=True)
class PlayRoutes:
    """Where a game leads; `show` puts a scene on the projector."""

    show: Callable[[Scene], None]
    pause: Callable[[], None]
    clock: Callable[[], None]
    survey: Callable[[], None]
    again: Callable[[], None]
    question_shown: Callable[[], None]
    marked: Callable[[list[dict[str, object]]], None]
    """Keeps what is marked and not answered yet; `marks` gives it back after a new start."""
    marks: Callable[[], list[dict[str, object]]]
    minutes_left: Callable[[], int | None]
    trouble: Callable[[], None]
    """Called after every step, to tell the teacher calmly if a record could not be written."""


class Play:
    """The table as the class sees it."""

    def __init__(
        self,
        context: Context,
        edition: Edition,
        setup: GameSetup,
        session: Session,
        routes: PlayRoutes,
    ) -> None:
        self.context = context
        self.edition = edition
        self.setup = setup
        self.session = session
        self.routes = routes
        self.guide: Guide | None = None
        """Explains the first turn, if that is wanted."""
        self.front: Scene = Scene(context)
        """The screen shown last."""
        self._asked: tuple[int, QuizScene] | None = None
        self._questions = {question.id: question for question in edition.questions}
        self._squares = {square.id: square for square in edition.board.squares}
        self._goal = next(s.id for s in edition.board.squares if s.kind == "goal")
        self.board = BoardScene(
            context,
            edition,
            setup,
            TableView.of(session.state),
            session.state.phase,
            routes.minutes_left,
            BoardActions(
                roll=lambda: self.submit(commands.Roll()),
                enter_roll=lambda total: self.submit(commands.EnterRoll(total)),
                results=self.show_state,
                clock=routes.clock,
                choose_exit=lambda square: self.submit(commands.ChooseExit(square)),
                pause=routes.pause,
                undo=self.undo,
                redo=self.redo,
                move_team=lambda team, square: self.submit(commands.MoveTeam(team, square)),
            ),
        )

    @property
    def state(self) -> State:
        return self.session.state

    # ------------------------------------------------------------------ commands

    def submit(self, command: commands.AnyCommand) -> None:
        """Record and apply a command, then show what it did. A refusal is said on the board."""
        before = TableView.of(self.state)
        try:
            step = self.session.submit(command)
        except Refused as refused:
            self.show_state()
            self.front.toast(refusal_text(refused.refusal, self.context.tr), "warn")
            return
        self.routes.trouble()
        if isinstance(command, _QUIET) and isinstance(self.state.phase, AwaitAnswer):
            self.show_state()  # the question stays; what has changed is said
            said = [caption(e, self.context.tr, before.names()) for e in step.events]
            self.front.toast(" ".join(words for words in said if words), "check")
            return
        self._run(before, step.events)

    def undo(self) -> None:
        if not self.session.can_undo:
            self.front.toast(self.context.tr("There is nothing to undo."), "undo")
            return
        self.session.undo()
        self.context.sounds.play("undo")
        self.show_state()
        self.front.toast(self.context.tr("One step back"), "undo")
        self.routes.trouble()

    def redo(self) -> None:
        if not self.session.can_redo:
            return
        before = TableView.of(self.state)
        self.session.redo()
        self.routes.trouble()
        self._run(before, self.session.steps[-1].events)
        self.front.toast(self.context.tr("Done again"), "redo")

    # ------------------------------------------------------------------ showing

    def show_state(self) -> None:
        """The screen that belongs to the state, at once."""
        self.board.show(TableView.of(self.state), self.state.phase)
        phase = self.state.phase
        if isinstance(phase, AwaitAnswer):
            self._show(self._quiz(phase))
            self.routes.question_shown()
        elif isinstance(phase, Finished):
            self._show(self._results())
        else:
            self._show(self.board)

    def spoken(self) -> str:
        """What is read aloud of the screen on show; "" where nothing is."""
        return self.front.spoken() if isinstance(self.front, QuizScene) else ""

    def show_front(self) -> None:
        """The screen shown last, as it was."""
        self.routes.show(self.front)

    def catch_up(self) -> None:
        """After commands given elsewhere. A card that waits for the teacher is left in peace."""
        if isinstance(self.front, RevealScene | EventScene) or self.board.moving:
            self.show_front()
        else:
            self.show_state()

    @property
    def can_ask_again(self) -> bool:
        return not isinstance(self.state.phase, AwaitAnswer) and self._steps_to_question() > 0

    def ask_again(self) -> None:
        """Back to the last question, as it was before it was answered."""
        self.session.undo(self._steps_to_question())
        self._asked = (-1, self._asked[1]) if self._asked else None  # marks are not wanted again
        self.show_state()
        self.front.toast(self.context.tr("The question is open again."), "again")
        self.routes.trouble()

    def _steps_to_question(self) -> int:
        """How many steps ago the last question was answered; 0: there was none."""
        for back, step in enumerate(reversed(self.session.steps), 1):
            if isinstance(step.before.phase, AwaitAnswer):
                return back
        return 0

    def _show(self, scene: Scene) -> None:
        self.front = scene
        self.routes.show(scene)
        if self.guide is not None:
            self.guide.explain(scene)

    def _settle(self) -> None:
        """After the last motion. The way from the board to the results is the teacher's."""
        if isinstance(self.state.phase, Finished):
            self.board.show(TableView.of(self.state), self.state.phase)
            self._show(self.board)
        else:
            self.show_state()

    def _run(self, view: TableView, rest: Events) -> None:
        """Show events in beats, beginning at `view`; ends with the screen of the state."""
        for i, event in enumerate(rest):
            match event:
                case events.Answered():
                    answers = tuple(e for e in rest if isinstance(e, events.Answered))
                    later = tuple(e for e in rest if not isinstance(e, events.Answered))
                    self._show(self._reveal(answers, later, view))
                    return
                case events.Arrived(team=team) if self._squares[self._goal].text:
                    until, after = rest[: i + 1], rest[i + 1 :]
                    self._move(view, until, partial(self._card, team, self._goal, after))
                    return
                case events.Landed(square=square, team=team) if self._squares[square].text:
                    until, after = rest[: i + 1], rest[i + 1 :]
                    self._move(view, until, partial(self._card, team, square, after))
                    return
                case _:
                    pass
        if rest:
            self._move(view, rest, lambda _: self._settle())
        else:
            self._settle()

    def _move(self, view: TableView, happened: Events, then: Callable[[TableView], None]) -> None:
        """Let the board move through `happened`, then go on from the view it ends in."""
        end = view
        for event in happened:
            end = end.after(event)
        self.board.show(view, AwaitRoll() if happened else self.state.phase)
        self._show(self.board)
        self.board.play(happened, end, lambda: then(end))

    def _card(self, team_id: int, square_id: str, after: Events, view: TableView) -> None:
        square = self._squares[square_id]
        self.board.show(view, AwaitRoll())
        card = EventCard(
            square=square,
            team=self._team(team_id),
            effects=self._pills(after, team_id),
        )
        self._show(
            EventScene(
                self.context, card, self.board, lambda: self._run(view, after), self.routes.pause
            )
        )

    def _reveal(
        self, answers: tuple[events.Answered, ...], after: Events, view: TableView
    ) -> RevealScene:
        asked = next(a for a in answers if a.on_turn)
        card = RevealCard(
            question=self._questions[asked.question],
            order=self._order_of(asked.question),
            answers=answers,
            teams=self.state.teams,
            on_turn=self._team(asked.team),
            effects=self._pills(after, asked.team),
        )
        return RevealScene(
            self.context,
            card,
            on_next=lambda: self._run(view, after),
            on_undo=self.undo,
            on_pause=self.routes.pause,
        )

    def _order_of(self, question: str) -> tuple[int, ...]:
        """How the options of the question asked last were shown."""
        for step in reversed(self.session.steps):
            for event in reversed(step.events):
                if isinstance(event, events.QuestionAsked) and event.question == question:
                    return event.order
        return ()

    def _quiz(self, phase: AwaitAnswer) -> QuizScene:
        card = QuizCard(
            question=self._questions[phase.question],
            order=phase.order,
            team=self.state.on_turn,
            teams=self.state.teams,
            answering=self.state.answering,
        )
        scene = QuizScene(
            self.context,
            card,
            QuizActions(
                answer=self._answer,
                answer_all=lambda responses: self.submit(commands.AnswerAll(responses)),
                swap=lambda: self.submit(commands.SwapQuestion()),
                pause=self.routes.pause,
                undo=self.undo,
                marked=self.routes.marked,
            ),
        )
        asked_at = self._asked_at()
        if self._asked is not None and self._asked[0] == asked_at:
            scene.take_over(self._asked[1])
        elif self._asked is None:
            scene.mark_again(self.routes.marks())
        self._asked = asked_at, scene
        return scene

    def _asked_at(self) -> int:
        """The number of the step that asked the open question."""
        for step in reversed(self.session.steps):
            if any(isinstance(event, events.QuestionAsked) for event in step.events):
                return step.number
        return 0

    def _answer(self, response: Response | None) -> None:
        self.submit(commands.Answer(response))

    def _results(self) -> ResultsScene:
        right: dict[str, int] = defaultdict(int)
        asked: dict[str, int] = defaultdict(int)
        for step in self.session.steps:
            for event in step.events:
                if isinstance(event, events.Answered):
                    topic = self._questions[event.question].topic
                    asked[topic] += 1
                    right[topic] += event.right
        card = ResultsCard(
            edition=self.edition,
            state=self.state,
            tallies={topic: (right[topic], n) for topic, n in asked.items()},
            total_right=sum(right.values()),
            class_leaves=sum(team.leaves for team in self.state.teams),
            left=self.session.game.roads.left,
        )
        return ResultsScene(
            self.context,
            card,
            on_survey=self.routes.survey,
            on_again=self.routes.again,
            on_undo=self.undo,
        )

    def _pills(self, happened: Events, team_id: int) -> list[str]:
        return pills(happened, team_id, self.session.game.roads.left, self.context.tr)

    def _team(self, team_id: int) -> Team:
        return self.state.team(team_id)
