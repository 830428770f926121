"""The survey before and after the game: the ways to answer, and what the class sees of itself."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sugoroku.model.survey import Moment, SurveyValue
from sugoroku.stage.questionnaire import Questionnaire

if TYPE_CHECKING:
    from sugoroku.app.lesson import Lesson
    from sugoroku.records.lesson import LessonRecords

Answers = dict[str, SurveyValue]


class Surveying:
    """Routes between the door of a survey, its ways and its results.

    `_done` is where it leads when all is said, `_left` where it is stopped for now, `_back` from
    where it came.
    """

    def __init__(self, lesson: "Lesson") -> None:
        self._lesson = lesson
        self._moment: Moment = "after"
        self._done: Callable[[], None] = lesson.show_title
        self._left: Callable[[], None] = lesson.show_title
        self._back: Callable[[], None] = lesson.show_title

    # ------------------------------------------------------------------ where it begins

    def before_game(self) -> None:
        """Asked before the first turn; then the game begins."""
        self._open("before", self._play, self._play, self._to_title)

    def after_game(self) -> None:
        """From the results of the game; without a survey the lesson is over."""
        if not self._questionnaire("after").items:
            self._lesson.finish()
            return
        self._open("after", self._lesson.finish, self._to_title, self._to_results)

    def another_day(
        self, moment: Moment, done: Callable[[], None], left: Callable[[], None]
    ) -> None:
        """For a lesson that was played earlier; both ways close it again."""
        self._open(moment, done, left, left)

    def _open(
        self,
        moment: Moment,
        done: Callable[[], None],
        left: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        self._moment, self._done, self._left, self._back = moment, done, left, back
        self.show_door()

    def _play(self) -> None:
        running = self._lesson.running
        if running is None:
            self._lesson.show_title()
            return
        running.records.end_survey_before()
        self._lesson.surveying = False
        running.play.show_state()

    def _to_title(self) -> None:
        """Stop for now: it goes on another time."""
        self._lesson.clear_table(done=False)
        self._lesson.show_title()

    def _to_results(self) -> None:
        running = self._lesson.running
        self._lesson.surveying = False
        if running is None:
            self._lesson.show_title()
        else:
            running.play.show_state()

    # ------------------------------------------------------------------ the door

    @property
    def _records(self) -> "LessonRecords":
        running = self._lesson.running
        assert running is not None
        return running.records

    def _questionnaire(self, moment: Moment) -> Questionnaire:
        records, edition = self._records, self._records.edition
        if not self._lesson.house.policy.free_texts:  # the lesson may be older than the policy
            edition = edition.without_texts()
        return Questionnaire(edition, moment, records.setup.grade)

    def show_door(self) -> None:
        from sugoroku.stage.scenes.survey_door import DoorActions, Progress, SurveyDoorScene

        lesson, records, moment = self._lesson, self._records, self._moment
        lesson.surveying = True
        asked = self._questionnaire(moment)
        countable = {item.id for item in asked.counted}
        progress = Progress(
            pupils=records.surveyed(moment),
            raised=len(countable & set(records.hands(moment))),
            countable=len(countable),
        )
        actions = DoorActions(
            alone=self._begun(self._alone),
            hands=self._begun(self._hands) if countable else None,
            paper=self._begun(self._paper),
            later=self._left,
            results=self.show_answers if progress.begun else None,
            back=self._back,
        )
        title = asked.title
        lesson.show(
            SurveyDoorScene(
                lesson.context, moment, lambda: lesson.context.tr.text(title), actions, progress
            )
        )

    def _begun(self, way: Callable[[], None]) -> Callable[[], None]:
        """From the first way on, a lesson gone on with comes back here."""

        def begin() -> None:
            self._records.begin_survey(self._moment)
            way()
            self._lesson.tell_trouble()

        return begin

    # ------------------------------------------------------------------ the ways

    def _alone(self) -> None:
        from sugoroku.stage.scenes.survey import SurveyActions, SurveyScene

        lesson, records, moment = self._lesson, self._records, self._moment

        def save(answers: Answers) -> None:
            records.save_survey(answers, moment)
            lesson.tell_trouble()

        actions = SurveyActions(save=save, finish=self.show_answers, pause=self.show_door)
        asked = self._questionnaire(moment)
        lesson.show(SurveyScene(lesson.context, asked, actions, records.surveyed(moment)))

    def _hands(self) -> None:
        from sugoroku.stage.scenes.hands import HandsActions, HandsScene

        lesson, records, moment = self._lesson, self._records, self._moment

        def save(item: str, counts: Sequence[int], pupils: int) -> None:
            records.save_hands(item, counts, pupils, moment)
            lesson.tell_trouble()

        kept = records.hands(moment)
        present = [line.pupils for line in kept.values()]
        pupils = present[-1] if present else sum(t.pupils for t in records.setup.teams)
        actions = HandsActions(save=save, finish=self.show_answers, pause=self.show_door)
        lesson.show(
            HandsScene(
                lesson.context, self._questionnaire(moment), actions, pupils,
                {item: line.counts for item, line in kept.items()},
            )
        )  # fmt: skip

    def _paper(self) -> None:
        from sugoroku.stage.scenes.paper import PaperActions, PaperScene

        lesson, records, moment = self._lesson, self._records, self._moment

        def save(answers: Answers) -> None:
            records.save_survey(answers, moment, "paper")
            lesson.tell_trouble()

        actions = PaperActions(
            save=save,
            undo=lambda: records.undo_survey(moment),
            finish=self.show_answers,
            pause=self.show_door,
        )
        asked = self._questionnaire(moment)
        lesson.show(PaperScene(lesson.context, asked, actions, records.surveyed(moment)))

    # ------------------------------------------------------------------ what the class sees

    def show_answers(self) -> None:
        from sugoroku.stage.scenes.survey_results import (
            ClassAnswers,
            ClassAnswersActions,
            ClassAnswersScene,
        )

        lesson, records, moment = self._lesson, self._records, self._moment
        actions = ClassAnswersActions(finish=self._done, more=self.show_door, back=self.show_door)

        def last() -> str:
            tr = lesson.context.tr
            return tr("To the game") if moment == "before" else tr("Finish")

        card = ClassAnswers(
            self._questionnaire(moment),
            records.tallies(moment),
            records.tallies("before") if moment == "after" else (),
            last,
        )
        lesson.show(ClassAnswersScene(lesson.context, card, actions))
