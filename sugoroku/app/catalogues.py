"""What translators work on: the messages of the program and of content, made into catalogues."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sugoroku import paths
from sugoroku.content.formats import FORMATS, Content
from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.problems import ContentError
from sugoroku.content.texts import texts_of
from sugoroku.i18n import catalogues
from sugoroku.i18n.catalogues import Message, Status
from sugoroku.i18n.translator import INTERFACE

NOTES = {
    "ask": "A question to the class: one or two lines, at most about 90 letters (45 Japanese).",
    "options": "An answer on a card, at most about 40 letters; all options of like length.",
    "explain": "Why the answer is right: at most about 220 letters (110 Japanese).",
    "hint": "Helps, and does not give the answer away: at most about 110 letters.",
    "unit": "The unit of a number.",
    "source": "Where the fact is from.",
    "image": "What a picture shows.",
    "title": "A title: at most about 30 letters.",
    "text": "On a square's card: at most about 110 letters (55 Japanese).",
    "tips": "Said by the mascot while the class waits: at most about 45 letters.",
    "teams": "The name of a team: at most 12 letters.",
    "place": "The town's name.",
    "scale": "Under a face: one or two words.",
}


@dataclass(slots=True)
class Domain:
    """One catalogue: the language its texts are written in, and the texts."""

    origin: str
    messages: list[Message] = field(default_factory=list)


class Workshop:
    """The catalogues in `root/locales`, of the content in `root` and what is shipped."""

    def __init__(self, root: Path, *, mine: bool = False) -> None:
        """`mine`: only of the content in `root`."""
        self.root = root
        self.mine = mine
        self.locales = root / "locales"

    def domains(self) -> dict[str, Domain]:
        """By name; what the program itself says comes first.

        ContentError when a file has mistakes: then nobody knows all its texts.
        """
        found: dict[str, Domain] = {}
        if not self.mine:
            package = Path(paths.__file__).parent
            found[INTERFACE] = Domain("en", list(catalogues.interface_messages(package)))
        seen: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for content in self._own() if self.mine else self._everything():
            for text in texts_of(content):
                if (text.context, text.source) in seen[text.domain]:
                    continue
                seen[text.domain].add((text.context, text.source))
                domain = found.setdefault(text.domain, Domain(content.language))
                note = note_on(text.context)
                domain.messages.append(Message(text.source, text.context, note=note))
        return found

    def _everything(self) -> Iterator[Content]:
        """All that editions are made of, here and in what is shipped."""
        library = Library(ContentFolders(tuple(dict.fromkeys((self.root, paths.bundled_root())))))
        for entry in library.editions():
            edition = library.load(entry.id)
            surveys = (edition.survey, edition.survey_before)
            for part in (edition.board, *edition.decks, *surveys, edition.theme):
                if part is not None:
                    yield part

    def _own(self) -> Iterator[Content]:
        """Every file in `root`, also one that no board names."""
        folders = ContentFolders((self.root,))
        library = Library(folders)
        for kind in FORMATS:
            for name in folders.names(kind):
                path = folders.find(kind, name)
                file = None if path is None else library.open(path, kind)
                if file is not None and file.content is None:
                    raise ContentError(file.problems)
                if file is not None and file.content is not None:
                    yield file.content

    def extract(self) -> list[Path]:
        """Templates (`.pot`) for translation platforms, in `locales/templates`."""
        folder = self.locales / "templates"
        return [
            catalogues.write_template(folder / f"{name}.pot", name, domain.messages)
            for name, domain in self.domains().items()
        ]

    def update(self, languages: tuple[str, ...]) -> list[Status]:
        """Merge new and changed texts into the `.po` files."""
        return [
            catalogues.update(self.locales, language, name, domain.messages)
            for language, name, domain in self._each(languages)
        ]

    def status(self, languages: tuple[str, ...]) -> Iterator[tuple[Status, list[str]]]:
        """How complete each catalogue is, and what is wrong with its entries."""
        for language, name, domain in self._each(languages):
            path = catalogues.po_path(self.locales, language, name)
            try:
                catalogue = catalogues.read_catalogue(path, language, name)
            except (ValueError, UnicodeError, OSError) as fault:
                empty = Status(name, language, 0, 0, len(domain.messages))
                yield empty, [f"{path}: it cannot be read ({fault})"]
                continue
            yield (
                catalogues.covered(catalogue, language, name, domain.messages),
                [f"{path}: {fault}" for fault in catalogues.faults(catalogue)],
            )

    def compile(self, on_fault: Callable[[Path, Exception], None]) -> list[Path]:
        """Write the stale `.mo` files; what cannot be read is told."""
        return catalogues.compile_all(self.locales, on_fault)

    def _each(self, languages: tuple[str, ...]) -> Iterator[tuple[str, str, Domain]]:
        for name, domain in self.domains().items():
            for language in languages:
                if language != domain.origin:
                    yield language, name, domain


def note_on(context: str) -> str:
    """What a translator should know of a text, by the place where it stands."""
    kinds = [part for part in context.split("/") if part in NOTES]
    return NOTES[kinds[-1]] if kinds else ""
