"""One file from bytes to model, with every problem in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sugoroku.content import build, checks, forms, pictures
from sugoroku.content.problems import ContentError, Problem, has_errors
from sugoroku.content.yaml_lines import MOST_BYTES, Source, read_file

Model = Any
"""A Board, Deck, Survey or Theme."""
_BUILDERS: dict[str, Callable[[Any, Any], Any]] = {
    "board/1": build.build_board,
    "deck/1": build.build_deck,
    "survey/1": build.build_survey,
    "theme/1": build.build_theme,
}


@dataclass(slots=True)
class Proof:
    """A file as read. `model` is None when it has errors."""

    path: Path
    name: str
    format: str
    model: Model | None
    problems: list[Problem]
    source: Source | None = None

    @property
    def kind(self) -> str:
        return self.format.partition("/")[0]

    def report(self) -> Callable[..., None]:
        """A function `report(path in the file, message, mend, severity, **values)`."""

        def report(
            path: tuple[Any, ...], message: str, mend: str = "", severity: str = "error",
            **values: object,
        ) -> None:  # fmt: skip
            source = self.source
            mark = source.mark_at(path) if source is not None else None
            if source is not None:
                self.problems.append(source.problem(mark, message, mend, severity, **values))

        return report

    def place_of(self, number: int) -> int:
        """The entry under `squares` of the file that made this square."""
        squares = self.source.tree.get("squares", []) if self.source else []
        passed = 0
        for i, entry in enumerate(squares):
            repeat = entry.get("repeat", "1") if isinstance(entry, dict) else "1"
            passed += int(repeat) if str(repeat).isdigit() else 1
            if number < passed:
                return i
        return 0


def proofread(
    path: Path,
    name: str | None = None,
    today: date | None = None,
    picture_folders: tuple[Path, ...] = (),
    most_bytes: int = MOST_BYTES,
) -> Proof:
    """Read, check and build one file; all problems of it at once."""
    shown = name or str(path)
    try:
        source = read_file(path, shown, most_bytes)
    except ContentError as fault:
        return Proof(path, shown, "", None, fault.problems)
    proof = Proof(path, shown, "", None, [], source)
    proof.format, proof.problems = forms.format_of(source)
    if not proof.format:
        return proof
    form, found = forms.checked(source, proof.format)
    proof.problems += found
    if form is None:
        return proof
    report = proof.report()
    model = _BUILDERS[proof.format](form, report)
    if proof.kind == "board" and not has_errors(proof.problems):
        checks.check_board(model, proof.place_of, report)
    elif proof.kind == "deck":
        checks.check_deck(model, today, report)
        _pictures(form, picture_folders, report)
    elif proof.kind == "theme":
        checks.check_theme(model, report)
    if not has_errors(proof.problems):
        proof.model = model
    return proof


def _pictures(form: Any, folders: tuple[Path, ...], report: Callable[..., None]) -> None:
    for i, question in enumerate(form.questions):
        if question.image is None:
            continue
        at = ("questions", i, "image", "file")
        reason = pictures.unsafe_name(question.image.file)
        if reason:
            report(at, reason)
            continue
        found = pictures.find_picture(question.image.file, folders)
        if found is None:
            report(at, pictures.N_("The picture is missing."))
            continue
        root = next(folder for folder in folders if found.is_relative_to(folder))
        reason = pictures.bad_picture(found, root)
        if reason:
            report(at, reason)
