"""Builds what a lesson needs: library, translators, folders, records."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku import paths
from sugoroku.app.editions import Editions
from sugoroku.app.preferences import remember, remembered
from sugoroku.app.voice import Voice
from sugoroku.content.library import EditionEntry
from sugoroku.content.problems import ContentError, Problem
from sugoroku.i18n.languages import LANGUAGES, class_languages, computers_language, spoken_languages
from sugoroku.i18n.translator import N_, Translator
from sugoroku.model.edition import Edition
from sugoroku.model.layout import Theme
from sugoroku.model.setup import GameSetup
from sugoroku.policy import FILE, Mistake
from sugoroku.records import disk
from sugoroku.records.errors import RecordsError
from sugoroku.settings import Settings
from sugoroku.stage.scene import Context
from sugoroku.stage.sounds import Sounds

if TYPE_CHECKING:  # imported on use: the title must be there at once
    from sugoroku.records.lesson import LessonRecords
    from sugoroku.records.resume import Unfinished


@dataclass(frozen=True, slots=True)
class FaultWords:
    """A problem of an author's file in the class's language."""

    place: str
    what: str
    mend: str
    line: str


class House:
    """What lasts longer than one lesson."""

    sounds: Sounds

    def __init__(self, settings: Settings, cache: Path | None = None) -> None:
        self.data_folder = settings.data_folder or paths.default_data_folder()
        self.policy = paths.policy_of(self.data_folder)
        self.settings = self.policy.after(
            remembered(self.policy.before(settings), self.data_folder)
        )
        self.voice = Voice()
        self.content_folder = self.data_folder
        """The teacher's content and packs, also when the results are kept elsewhere."""
        self.content = Editions(self.content_folder, cache or paths.cache_folder())
        self.library = self.content.library

    # ------------------------------------------------------------------ content and words

    def asset_roots(self) -> tuple[Path, ...]:
        return tuple(root / "assets" for root in paths.content_roots(self.content_folder))

    def packs_folder(self) -> Path:
        return paths.packs_folder(self.content_folder)

    def translator(self, language: str, origins: dict[str, str], pack: str = "") -> Translator:
        """`pack`: the one whose catalogues come first."""
        return Translator(language, paths.locale_folders(self.content_folder, pack), origins)

    def remember(self, settings: Settings) -> None:
        """For the next lesson."""
        self.settings = settings
        remember(settings, self.data_folder)

    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that a class can choose; the one asked for is among them."""
        found = class_languages(paths.locale_folders(self.content_folder))
        own = self.settings.language
        return found if not own or own in found else (*found, own)

    def system_language(self) -> str:
        """The computer's language if the program speaks it, else English."""
        return computers_language()

    def context(self, now_ms: Callable[[], float]) -> Context:
        tr = self.translator(self.settings.language or self.system_language(), {})
        return Context(tr, Theme(id="plain"), self.settings, self.sounds, now_ms)

    def editions(self) -> list[EditionEntry]:
        """As the title shows them: by language, then by name; shipped ones before packs."""
        codes = [language.code for language in LANGUAGES]
        found, wanted = self.content.entries(), self.policy.editions
        shown = [entry for entry in found if entry.id in wanted or entry.key in wanted]
        return sorted(
            shown or found,
            key=lambda e: (codes.index(e.language) if e.language in codes else 99, e.id),
        )

    def edition_keys(self) -> list[str]:
        return [entry.key for entry in self.editions()]

    def load(self, key: str, tr: Translator) -> tuple[Edition | None, list[FaultWords]]:
        """The edition, or None and what is wrong with its files."""
        try:
            edition = self.content.load(key, date.today())
            return edition if self.policy.free_texts else edition.without_texts(), []
        except ContentError as fault:
            return None, self._told(fault.problems, tr)

    def _told(self, problems: Sequence[Problem], tr: Translator) -> list[FaultWords]:
        """In words. What is damaged in the program itself comes first: that is not for the author
        to mend.
        """
        from sugoroku.app import wholeness

        again = tr("This file belongs to the program. Unpack the whole zip again.")
        broken = [
            damage
            for damage in wholeness.damages(thorough=True)
            if damage.file.endswith((".yaml", ".yml"))
        ]
        first = [FaultWords(d.file, wholeness.told(d, tr), again, "") for d in broken]
        return first + [
            in_words(problem, tr)
            for problem in problems
            if not any(damage.file.endswith(problem.file) for damage in broken)
        ]

    def locked(self, setting: str) -> bool:
        """The school's IT does not let it be changed."""
        return setting in self.policy.locked

    def policy_mistakes(self, tr: Translator) -> list[str]:
        """What is wrong with the file of the school's IT, each with its line."""
        if self.policy.path is None:
            return []
        found = [*self.policy.mistakes, *self._unknown()]
        return [
            tr("Line {line}: {what}", line=mistake.line, what=tr(mistake.message, **mistake.values))
            if mistake.line
            else tr(mistake.message, **mistake.values)
            for mistake in sorted(found, key=lambda mistake: mistake.line)
        ]

    def _unknown(self) -> list[Mistake]:
        """Names that only the content here can tell to be wrong."""
        policy, found = self.policy, []
        code = policy.presets.get("language")
        spoken = spoken_languages(paths.locale_folders(self.content_folder))
        if code is not None and code not in spoken:
            known = ", ".join(spoken)
            message = N_("There is no language “{value}” here. There are: {known}.")
            found.append(policy.mistake("language", message, value=str(code), known=known))
        entries = self.content.entries() if policy.editions else []
        known = ", ".join(entry.key for entry in entries)
        message = N_("There is no edition “{value}” here. There are: {known}.")
        found += [
            policy.mistake("editions", message, value=name, known=known)
            for name in policy.editions
            if all(name not in (entry.id, entry.key) for entry in entries)
        ]
        beside = paths.beside_program()
        if policy.data_folder is not None and policy.path != (beside or Path()) / FILE:
            message = N_("“{name}” counts only in the file beside the program.")
            found.append(policy.mistake("data_folder", message))
        return found

    # ------------------------------------------------------------------ records

    def seed(self) -> int:
        """The seed of a new game: from the settings, else 63 bits of chance."""
        return secrets.randbits(63) if self.settings.seed is None else self.settings.seed

    def folder_trouble(self, tr: Translator) -> str | None:
        """Why the data folder cannot be written, or None."""
        reason = disk.probe(self.data_folder)
        return None if reason is None else reason.told(tr)

    def other_folder(self) -> Path:
        """Where results can be kept when the data folder cannot be written."""
        import tempfile

        for folder in (Path.home() / paths.DOCUMENTS, Path(tempfile.gettempdir()) / paths.APP):
            if folder != self.data_folder and disk.probe(folder) is None:
                return folder
        return Path(tempfile.gettempdir())

    def keep_in(self, folder: Path) -> None:
        self.data_folder = folder

    def new_records(
        self, edition: Edition, setup: GameSetup, tr: Translator
    ) -> "tuple[LessonRecords | None, str]":
        """The records of a new lesson, or None and why not."""
        from sugoroku.records.lesson import LessonRecords

        try:
            return LessonRecords.begin(self.data_folder, edition, setup, tr), ""
        except RecordsError as fault:
            return None, fault.told(tr)

    def has_played(self) -> bool:
        """A lesson has been played on this computer before."""
        sessions = self.data_folder / "sessions"
        return sessions.is_dir() and any(sessions.iterdir())

    def unfinished(self) -> "tuple[Unfinished, ...]":
        """The lesson to go on with, if there is one."""
        if not (self.data_folder / "sessions").is_dir():
            return ()
        from sugoroku.records.resume import find_unfinished

        return find_unfinished(self.data_folder, most=1)

    def resume(self, folder: Path, tr: Translator) -> "tuple[LessonRecords | None, str]":
        """An earlier lesson, or None and why it cannot be opened."""
        from sugoroku.records.lesson import LessonRecords

        try:
            return LessonRecords.resume(folder, tr), ""
        except RecordsError as fault:
            return None, fault.told(tr)


def in_words(problem: Problem, tr: Translator) -> FaultWords:
    return FaultWords(problem.place, problem.what(tr), problem.fix(tr), problem.excerpt.strip())


def load_board(
    name: str, tr: Translator | None = None, data_folder: Path | None = None
) -> tuple[Edition | None, list[FaultWords]]:
    """An edition by its name, or by a board file: what `simulate` and `analyze` take.

    `tr`: the language of what is wrong, else English.
    """
    tr = tr or Translator("en", ())
    editions = Editions(data_folder)
    path = Path(name)
    try:
        if path.suffix in (".yaml", ".yml"):
            return editions.library.load_board(path), []
        key = editions.key_of(name)
        if key is not None:
            return editions.load(key), []
    except ContentError as fault:
        return None, [in_words(problem, tr) for problem in fault.problems if problem.is_error]
    known = ", ".join(sorted(entry.key for entry in editions.entries()))
    what = tr("There is no board “{name}”.", name=name)
    mend = tr("Name one of these, or a board file: {names}.", names=known)
    return None, [FaultWords(name, what, mend, "")]


def replayed(journal: Path) -> tuple[int, list[str]]:
    """Steps played again and their differences in words; RecordsError as its own line."""
    from sugoroku.records.resume import compare_journal

    try:
        steps, differences = compare_journal(journal)
    except RecordsError as fault:
        return 0, [fault.told(Translator("en", ()))]
    return steps, [str(difference) for difference in differences]
