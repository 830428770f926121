"""What can be done with sessions that were played: their tables written again, or all deleted."""

from collections.abc import Callable
from pathlib import Path

from sugoroku import paths
from sugoroku.i18n.translator import Translator
from sugoroku.model.edition import Edition
from sugoroku.records.errors import RecordsError
from sugoroku.records.forget import Forgettable, forget, forgettable
from sugoroku.records.made_files import export
from sugoroku.records.resume import session_named
from sugoroku.session.recorder import RecordingFailed

ENGLISH = Translator("en", ())


def translator_of(data_folder: Path, language: str, edition: Edition) -> Translator:
    """The words of a lesson, as it was played."""
    folders = paths.locale_folders(data_folder, edition.pack)
    return Translator(language, folders, edition.languages())


def exported(session: Path, data_folder: Path | None) -> tuple[int, str]:
    """How many files of a session were written again, or 0 and why not, in English."""
    data = data_folder or paths.default_data_folder()

    def words_in(language: str, edition: Edition) -> Translator:
        return translator_of(data, language, edition)

    try:
        return len(export(session_named(session, data), words_in)), ""
    except (RecordsError, RecordingFailed) as fault:
        return 0, fault.told(ENGLISH)


def forgotten(
    session: Path, data_folder: Path | None, sure: Callable[[Forgettable], bool], tr: Translator
) -> tuple[bool, str]:
    """Delete a session if `sure` says so: whether it is gone, and else why not."""
    try:
        folder = session_named(session, data_folder or paths.default_data_folder())
        found = forgettable(folder.path)
        if not sure(found):
            return False, tr("Nothing was deleted.")
        forget(found)
    except RecordsError as fault:
        return False, fault.told(tr)
    return True, ""
