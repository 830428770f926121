"""The lessons played earlier: a survey on another day, the class's answers, the report."""

from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku.engine.state import Finished
from sugoroku.model.survey import Moment
from sugoroku.records.errors import RecordsError
from sugoroku.records.results import lesson_results
from sugoroku.records.session_folder import SessionFolder
from sugoroku.records.shelf import KeptLesson, kept_lessons, look_into
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scenes.lessons import ROWS, LessonLine, LessonScene, LessonsScene, Offer
from sugoroku.stage.scenes.survey_results import (
    ClassAnswers,
    ClassAnswersActions,
    ClassAnswersScene,
)

if TYPE_CHECKING:
    from sugoroku.app.lesson import Lesson

REPORT = "report.html"


class Shelf:
    """From the title to a lesson, and back the same way."""

    def __init__(self, lesson: "Lesson") -> None:
        self._lesson = lesson
        self._page = 0

    # ------------------------------------------------------------------ the list

    def show_list(self) -> None:
        lesson = self._lesson
        found = kept_lessons(lesson.house.data_folder)
        scene = LessonsScene(
            lesson.context,
            len(found),
            lambda place: self._line(found[place], place),
            lesson.show_title,
            min(self._page, max(0, (len(found) - 1) // ROWS)),
        )
        lesson.show(scene)

    def _line(self, path: Path, place: int) -> LessonLine:
        kept, tr = look_into(path), self._lesson.context.tr
        if kept.trouble is not None:
            return LessonLine(path.name, kept.trouble.told(tr), None)

        def open_it() -> None:
            self._page = place // ROWS
            self.show_one(path)

        return LessonLine(
            self._title(kept), f"{tr.listed(kept.teams)} · {self._sum(kept)}", open_it
        )

    def _title(self, kept: KeptLesson) -> str:
        tr = self._lesson.context.tr.switched(self._lesson.context.tr.language, dict(kept.origins))
        started = kept.started
        when = f"{tr.day(started)} {started:%H:%M}" if started is not None else ""
        return f"{tr.plain(kept.place)} · {when}"

    def _sum(self, kept: KeptLesson) -> str:
        """What there is, in a few words."""
        tr = self._lesson.context.tr
        told = [tr.plural("{n} minute", "{n} minutes", kept.minutes)]
        pupils = max(kept.before, kept.after)
        if pupils:
            told.append(tr.plural("{n} answer", "{n} answers", pupils))
        elif kept.raised:
            told.append(tr("hands counted"))
        else:
            told.append(tr("no survey yet"))
        return " · ".join(told)

    # ------------------------------------------------------------------ one lesson

    def show_one(self, path: Path) -> None:
        lesson = self._lesson
        kept = look_into(path)
        if kept.trouble is not None:
            self._sorry(kept.trouble.told(lesson.context.tr))
            return
        lesson.show(
            LessonScene(
                lesson.context, lambda: self._told(kept), lambda: self._offers(kept), self.show_list
            )
        )

    def _told(self, kept: KeptLesson) -> tuple[str, tuple[str, ...]]:
        tr = self._lesson.context.tr
        lines = [tr.listed(kept.teams), tr.plural("{n} minute", "{n} minutes", kept.minutes)]
        if kept.grade is not None:
            lines[1] += " · " + tr("School year {n}", n=tr.number(kept.grade))
        if kept.has_before:
            before, after = tr.number(kept.before), tr.number(kept.after)
            asked = [tr("Answers: {n} before, {m} after the game", n=before, m=after)]
        else:
            asked = [tr.plural("{n} answer", "{n} answers", kept.after)]
        if kept.raised:
            asked.append(tr("hands counted"))
        return self._title(kept), (*lines, " · ".join(asked))

    def _offers(self, kept: KeptLesson) -> list[Offer]:
        tr, path = self._lesson.context.tr, kept.path
        answered = kept.before or kept.after or kept.raised
        offers = [
            Offer(
                "people",
                tr("Take the survey now"),
                (lambda: self._survey(path, "after")) if kept.has_after else None,
            ),
            Offer(
                "check",
                tr("The class's answers"),
                (lambda: self._answers(path)) if answered else None,
            ),
            Offer("file", tr("Make the report"), lambda: self._report(path)),
            Offer(
                "play",
                tr("Go on with this game"),
                (lambda: self._lesson.resume(path)) if kept.phase != "done" else None,
            ),
        ]
        if kept.has_before:
            label = tr("Sheets from before the game")
            offers.append(Offer("keyboard", label, lambda: self._survey(path, "before")))
        return offers

    # ------------------------------------------------------------------ what can be done

    def _sorry(self, line: str) -> None:
        tr = self._lesson.context.tr
        self._lesson.say(tr("This game cannot be opened"), (line,), self.show_list, None)

    def _survey(self, path: Path, moment: Moment) -> None:
        """On another day; the lesson is as finished afterwards as it was before."""
        lesson = self._lesson
        records, trouble = lesson.house.resume(path, lesson.context.tr)
        if records is None:
            self._sorry(trouble)
            return
        was_done = records.phase == "done"
        over = was_done or isinstance(records.session.state.phase, Finished)
        lesson.lay_out(records)
        lesson.surveys.another_day(
            moment,
            done=lambda: self._close(path, done=over if moment == "after" else was_done),
            left=lambda: self._close(path, done=was_done),
        )

    def _close(self, path: Path, *, done: bool) -> None:
        """`done`: it is not offered to be gone on with."""
        running = self._lesson.running
        if running is not None:
            running.records.end_survey_before()
            self._lesson.clear_table(done=done)
        self.show_one(path)

    def _answers(self, path: Path) -> None:
        """What the class said, of the moment there are answers of; nothing is written."""
        lesson = self._lesson
        folder = SessionFolder(path)
        try:
            edition, _ = folder.read_edition()
            lesson.context.tr = lesson.house.translator(
                lesson.language, edition.languages(), edition.pack
            )
            found = lesson_results(folder, lesson.context.tr)
        except (RecordsError, OSError) as fault:
            told = fault.told(lesson.context.tr) if isinstance(fault, RecordsError) else str(fault)
            self._sorry(told)
            return
        after = any(tally.answered for tally in found.after)
        moment: Moment = "after" if after else "before"
        lesson.context.theme = edition.theme
        card = ClassAnswers(
            Questionnaire(edition, moment, found.grade),
            found.after if after else found.before,
            found.before if after else (),
            lambda: lesson.context.tr("Done"),
        )
        back = lambda: self.show_one(path)  # noqa: E731
        lesson.show(ClassAnswersScene(lesson.context, card, ClassAnswersActions(back, None, back)))

    def _report(self, path: Path) -> None:
        from sugoroku.app.reporting import write_report

        lesson, out = self._lesson, path / REPORT
        tr = lesson.context.tr
        try:
            write_report(lesson.house, [path], out, tr)
        except (RecordsError, OSError, ImportError) as fault:
            told = fault.told(tr) if isinstance(fault, RecordsError) else str(fault)
            lesson.say(
                tr("The report cannot be written"), (told,), lambda: self.show_one(path), None
            )
            return
        lesson.say(
            tr("The report is ready"),
            (tr("Open it with a web browser, or print it:"), str(out)),
            lambda: self.show_one(path),
            None,
        )
