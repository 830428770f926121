"""What translators do: make, merge, compile and count catalogues; and what they may get wrong."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from click.testing import CliRunner

from sugoroku import paths
from sugoroku.app.catalogues import Workshop, note_on
from sugoroku.cli import main
from sugoroku.i18n import catalogues
from sugoroku.i18n.catalogues import compile_all, interface_messages
from sugoroku.i18n.translator import Translator

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: es\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def catalogue(folder: Path, body: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
    path = folder / "es" / "LC_MESSAGES" / "sugoroku.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((head + body).encode(encoding))
    return path


def test_a_new_language_needs_files_only(tmp_path: Path) -> None:
    run = CliRunner()
    made = run.invoke(main, ["i18n", "update", "--folder", str(tmp_path), "--language", "pt"])
    assert made.exit_code == 0
    path = tmp_path / "locales" / "pt" / "LC_MESSAGES" / "sugoroku.po"
    with path.open("rb") as file:
        found = read_po(file)
    found["Settings"].string = "Configurações"
    from sugoroku.i18n.catalogues import write_catalogue

    write_catalogue(path, found)
    counted = run.invoke(main, ["i18n", "status", "--folder", str(tmp_path), "--language", "pt"])
    assert counted.exit_code == 1 and "pt  sugoroku" in counted.output
    assert run.invoke(main, ["i18n", "compile", "--folder", str(tmp_path)]).exit_code == 0
    tr = Translator("pt", [tmp_path / "locales"])
    assert tr("Settings") == "Configurações" and tr("Done") == "Done"
    content = Workshop(tmp_path).domains()
    assert {"toyama", "renca", "climate", "after-play"} <= set(content)


def test_templates_carry_contexts_and_notes(tmp_path: Path) -> None:
    made = Workshop(tmp_path).extract()
    assert {path.name for path in made} >= {"sugoroku.pot", "climate.pot"}
    text = (tmp_path / "locales" / "templates" / "climate.pot").read_text(encoding="utf-8")
    assert 'msgctxt "question/' in text and "#. A question to the class" in text
    assert note_on("question/x/options/2").startswith("An answer on a card")


def test_only_the_texts_of_the_authors_own_folder(tmp_path: Path) -> None:
    call = ["--folder", str(tmp_path), "--language"]
    run = CliRunner()
    assert run.invoke(main, ["new", "edition", "Valle", *call, "es"]).exit_code == 0
    done = run.invoke(main, ["i18n", "update", "--mine", *call, "arn"])
    assert done.exit_code == 0
    made = list((tmp_path / "locales").rglob("*.po"))
    assert [path.stem for path in made] == ["valle"]
    with made[0].open("rb") as file:
        texts = len([entry for entry in read_po(file) if entry.id])
    assert f"arn: {texts} texts in all." in done.output and texts < 200
    (tmp_path / "quizzes" / "valle.yaml").write_text(
        "format: deck/1\nid: valle\n", encoding="utf-8"
    )
    broken = run.invoke(main, ["i18n", "status", "--mine", *call, "arn"])
    assert broken.exit_code == 1 and "quizzes/valle.yaml" in broken.output


def test_nothing_in_the_code_puzzles_the_extractor(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(interface_messages(Path(paths.__file__).parent))
    assert capfd.readouterr().err == ""


def test_fuzzy_entries_are_never_shown(tmp_path: Path) -> None:
    catalogue(tmp_path, '#, fuzzy\nmsgid "Settings"\nmsgstr "Falso"\n')
    compile_all(tmp_path)
    assert Translator("es", [tmp_path])("Settings") == "Settings"


@pytest.mark.parametrize("wrong", ["{equipo} llega", "{team.x} llega", "llega", "{team llega"])
def test_wrong_places_are_told_and_the_message_falls_back(tmp_path: Path, wrong: str) -> None:
    catalogue(tmp_path, f'msgid "{{team}} joins the game!"\nmsgstr "{wrong}"\n')
    compile_all(tmp_path)
    said = Translator("es", [tmp_path])("{team} joins the game!", team="Loica")
    assert said == "Loica joins the game!"


def test_a_wrong_place_that_was_compiled_elsewhere_does_no_harm() -> None:
    tr = Translator("es", [])
    tr._catalogues["sugoroku"] = type("C", (), {"gettext": lambda _, m: "{nada}"})()  # type: ignore[assignment]
    assert tr("{team} joins the game!", team="Loica") == "Loica joins the game!"


def test_a_broken_catalogue_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    catalogue(locales, 'msgid "Done"\nmsgstr "Acción ñ"\n', encoding="latin-1")
    good = locales / "de" / "LC_MESSAGES" / "sugoroku.po"
    good.parent.mkdir(parents=True)
    good.write_text(HEAD + 'msgid "Done"\nmsgstr "Fertig"\n', encoding="utf-8")
    run = CliRunner().invoke(main, ["i18n", "compile", "--folder", str(tmp_path)])
    assert run.exit_code == 1 and "es" in run.output and "sugoroku.po" in run.output
    assert Translator("de", [locales])("Done") == "Fertig"
    assert Translator("es", [locales])("Done") == "Done"


def test_a_broken_plural_header_falls_back(tmp_path: Path) -> None:
    head = HEAD.replace("plural=(n != 1)", "plural=(n !=")
    body = (
        'msgid "{n} minute left"\nmsgid_plural "{n} minutes left"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    )
    catalogue(tmp_path, body, head)
    compile_all(tmp_path, lambda *_: None)
    tr = Translator("es", [tmp_path])
    assert tr.plural("{n} minute left", "{n} minutes left", 3) in ("3 minutes left", "b", "a")


@pytest.mark.parametrize("value", [0, 7, 999, 12_000, 17_500, 80_200, 1_234_567, 2.5, 0.75])
def test_numbers_are_those_of_babel(value: float) -> None:
    assert Translator("en", ()).number(value) == format_decimal(value, locale="en")
    assert Translator("es", ()).number(value) == format_decimal(value, locale="es_CL")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(17_500, "1万7500"), (20_000, "2万"), (9_999, "9,999"), (123_456_789, "12,345万6789")],
)
def test_japanese_counts_in_myriads(value: int, shown: str) -> None:
    assert Translator("ja", ()).number(value) == shown


def test_shipped_catalogues_are_whole() -> None:
    found = list(Workshop(paths.bundled_root()).status(("ja", "es", "en")))
    assert [s for s, faults in found if s.translated < s.total or s.fuzzy or faults] == []
    assert len(found) >= 10


def test_a_built_program_has_the_messages_without_the_source(tmp_path: Path) -> None:
    """What build.spec puts in gives the same catalogue as the source."""
    package = paths.bundled_root() / "sugoroku"
    (tmp_path / "i18n").mkdir()
    messages = list(catalogues.interface_messages(package))
    catalogues.write_template(tmp_path / "i18n" / catalogues.TEMPLATE, "sugoroku", messages)
    for folder, source in (("a", package), ("b", tmp_path)):
        found = list(catalogues.interface_messages(source))
        catalogues.update(tmp_path / folder, "es", "sugoroku", found)
    made = [catalogues.read_catalogue(tmp_path / f / "es" / "LC_MESSAGES" / "sugoroku.po", "es", "")
            for f in "ab"]  # fmt: skip
    assert {entry.id for entry in made[0]} == {entry.id for entry in made[1]}


def test_a_language_without_plural_rules_is_refused(tmp_path: Path) -> None:
    command = ["i18n", "update", "--language", "tlh", "--folder", str(tmp_path)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2 and "plural rules of 'tlh'" in result.output
    assert not (tmp_path / "locales").exists()
