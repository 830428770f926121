"""Properties of set text: kinsoku, readings, words, nothing lost, nothing crashes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sugoroku.i18n.translator import without_furigana
from sugoroku.stage import linebreak
from sugoroku.stage.furigana import Piece, clean, hidden, parse
from sugoroku.stage.linebreak import NO_END, NO_START, paragraphs
from sugoroku.stage.typeset import Layout, Typesetter

JAPANESE = (
    "富山県《とやまけん》で水力発電《すいりょくはつでん》が さかんなのは、どうしてかな？",
    "雪《ゆき》どけ\u2060水《みず》で、\u200b電気《でんき》がつくれるケロ！",
    "3000m級《きゅう》の山《やま》につもった雪《ゆき》がとけて、急《きゅう》な川《かわ》を"
    "一気《いっき》に流《なが》れおちるよ。その力《ちから》で水車《すいしゃ》をまわして"
    "電気《でんき》をつくるんだ。",
    "「はい」と答《こた》えた人《ひと》は、２マスすすむ（ただし、つぎの番《ばん》は休《やす》み）。",
    "プラスチックのごみは、とても小さくくだけて『マイクロプラスチック』になります……。",
    "CO₂《シーオーツー》の量《りょう》は、100年前《ねんまえ》とくらべて1.5倍《ばい》〜2倍《ばい》！？",
    "｜一昨日《おととい》、お金《かね》を使《つか》わずに、バスで・電車《でんしゃ》で行《い》った。",
    "きょうは、ちょっと寒《さむ》いね。っていうか、ゃゅょではじまる行はだめ。々も、ーも。",
)
SPANISH = (
    "¿Por qué conviene plantar quillayes en Renca?",
    "El quillay es un árbol nativo de hoja perenne: soporta los veranos secos de la zona central "
    "y da sombra todo el año.",
    "Las familias del barrio juntan cáscaras y hojas; «menos basura», más 25\u00a0% de tierra.",
    "¡La micro eléctrica no echa humo!",
)
WIDTHS = (150, 240, 333, 420, 600, 900, 1500)


def starts_and_ends(layout: Layout) -> list[tuple[str, str]]:
    """First and last signs of the lines, next to the breaks only."""
    texts = [line.text for line in layout.lines if line.text]
    return list(zip([t[-1] for t in texts[:-1]], [t[0] for t in texts[1:]], strict=True))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", JAPANESE)
def test_kinsoku(typesetter: Typesetter, text: str, width: int) -> None:
    for ruby in (True, False):
        layout = typesetter.layout(text, 48, width, ruby=ruby)
        for end, start in starts_and_ends(layout):
            assert start not in NO_START
            assert end not in NO_END
            assert not (end.isdigit() and not start.isspace())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", JAPANESE)
def test_a_reading_stays_with_its_kanji(typesetter: Typesetter, text: str, width: int) -> None:
    pieces = [p for p in parse(clean(text), True) if p.ruby]
    layout = typesetter.layout(text, 48, width)
    joined = "\n".join(line.text for line in layout.lines)
    for piece in pieces:
        assert piece.base in joined
    runs = [run for line in layout.lines for run in line.runs]
    assert sum(run.text in {p.base for p in pieces} for run in runs) >= len(pieces)


@pytest.mark.parametrize("text", JAPANESE)
def test_hidden_readings_leave_the_plain_text(typesetter: Typesetter, text: str) -> None:
    shown = typesetter.layout(text, 48, None, ruby=False)
    plain = without_furigana(text).translate({0x200B: None, 0x2060: None})
    assert shown.lines[0].text == plain
    assert "".join(p.base for p in parse(clean(text), True)) == without_furigana(text)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", SPANISH)
def test_spanish_words_are_never_broken(typesetter: Typesetter, text: str, width: int) -> None:
    layout = typesetter.layout(text, 58, width)
    assert " ".join(line.text for line in layout.lines) == text
    for end, start in starts_and_ends(layout):
        assert end not in "¿¡«" and start not in "%»?!.,"


@pytest.mark.parametrize("text", JAPANESE + SPANISH)
def test_lines_fit_where_they_can(typesetter: Typesetter, text: str) -> None:
    for width in (600, 900, 1500):
        assert typesetter.layout(text, 48, width).width <= width


def test_lines_are_balanced(typesetter: Typesetter) -> None:
    text = SPANISH[1]
    layout = typesetter.layout(text, 48, 1200)
    widths = [line.width for line in layout.lines]
    assert min(widths) > 0.6 * max(widths)


def test_phrases_are_kept_together(typesetter: Typesetter) -> None:
    layout = typesetter.layout("海に捨てられたプラスチックは、どこへ行くのでしょうか", 48, 700)
    assert layout.lines[0].text.endswith(("は、", "れた"))


def test_a_line_more_rather_than_a_broken_word(typesetter: Typesetter) -> None:
    loose = typesetter.layout(JAPANESE[4], 48, 800)
    tight = typesetter.layout(JAPANESE[4], 48, 800, tight=True)
    assert len(loose.lines) == len(tight.lines) + 1
    assert any("小さく" in line.text for line in loose.lines)


def test_japanese_breaks_without_budoux(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linebreak, "_phrase_parser", lambda: None)
    layout = typesetter.layout("川の水がとても少なくなったときは、どうしますか", 48, 501)
    assert len(layout.lines) > 1


def test_a_long_katakana_word_breaks_only_if_it_must(typesetter: Typesetter) -> None:
    text = "イニシアティブコミュニケーション"
    assert len(typesetter.layout(text, 48, 2000).lines) == 1
    narrow = typesetter.layout(text, 48, 400)
    assert narrow.width <= 400
    assert all(start not in NO_START for _, start in starts_and_ends(narrow))


def test_a_long_path_breaks_at_its_joints(typesetter: Typesetter) -> None:
    layout = typesetter.layout("/home/profe/sugoroku/quizzes/energy.yaml:42:11", 48, 700)
    assert layout.width <= 700 and len(layout.lines) == 2


def test_a_long_reading_leans_over_kana_only(typesetter: Typesetter) -> None:
    def width(text: str) -> float:
        return typesetter.layout(text, 60, None).width

    # 承 has a reading of twice its width; kana beside it give way, kanji and edges do not.
    alone = width("承《うけたまわ》")
    assert width("を承《うけたまわ》る") < width("を") + alone + width("る")
    assert width("人｜承《うけたまわ》人") == pytest.approx(2 * width("人") + alone)


def test_ruby_runs_stay_inside_the_line(typesetter: Typesetter) -> None:
    for text in JAPANESE:
        for line in typesetter.layout(text, 48, 420).lines:
            for run in line.runs:
                assert run.x >= -0.5 * run.px
                end = run.x + typesetter.advance(run.face, run.px, run.text)
                assert end <= line.width + 0.5 * run.px


def test_heights_follow_the_leading(typesetter: Typesetter) -> None:
    assert typesetter.layout("uno\ndos", 100).height == pytest.approx(230)
    assert typesetter.layout("いち\nに", 100).height == pytest.approx(242)
    assert typesetter.layout("山《やま》\n川《かわ》", 100).height == pytest.approx(331)
    assert typesetter.layout("山《やま》\nかわ", 100).height == pytest.approx(295)


def test_brackets_are_half_wide(typesetter: Typesetter) -> None:
    bare = typesetter.layout("山", 100).width
    assert typesetter.layout("「山」", 100).width == pytest.approx(bare + 112)


def test_marks_of_aozora() -> None:
    assert parse("お金《かね》と｜一昨日《おととい》", True) == [
        Piece("お"), Piece("金", "かね"), Piece("と"), Piece("一昨日", "おととい"),
    ]  # fmt: skip
    assert parse("CO₂《シーオーツー》", True) == [Piece("CO₂", "シーオーツー")]
    assert parse("《よみ》だけ、《閉じない", True) == [Piece("だけ、《閉じない")]


def test_control_signs_are_dropped() -> None:
    assert clean("a\x00b\x07\u202ec\u2066d\ufeff\te") == "abcd e"
    assert clean("か\u3099") == "が"
    assert clean("神\ufa19") == "神\ufa19"  # a name keeps its kanji


def test_shortened_ends_in_an_ellipsis(typesetter: Typesetter) -> None:
    layout = typesetter.shortened("漢字《かんじ》の長《なが》い名前《なまえ》", 60, 300)
    assert layout.width <= 300
    assert layout.lines[0].text.endswith("…")
    assert typesetter.shortened("Quillayes", 60, 200).lines[0].text.endswith("...")


def test_a_repaint_is_the_same_surface(typesetter: Typesetter) -> None:
    first = typesetter.render(typesetter.layout("ゆき", 48), (0, 0, 0))[0]
    assert typesetter.render(typesetter.layout("ゆき", 48), (0, 0, 0))[0] is first


signs = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("山川気候のはをプラー、。「」（）！？《》｜ 　\u200b\u2060\n¿¡«»%12aé"),
    ),
    max_size=60,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=signs, width=st.one_of(st.none(), st.integers(1, 800)), ruby=st.booleans())
def test_any_text_is_set_whole(
    typesetter: Typesetter, text: str, width: int | None, ruby: bool
) -> None:
    layout = typesetter.layout(text, 20, width, ruby=ruby)
    typesetter.render(layout, (0, 0, 0), "c")
    expected = "".join(hidden(text).split()).translate({0x200B: None, 0x2060: None})
    found = "".join("".join(line.text.split()) for line in layout.lines)
    assert found == expected
    for paragraph in paragraphs(text, ruby):
        assert len(paragraph.penalties) == max(1, len(paragraph.atoms))
    for end, start in starts_and_ends(typesetter.layout(text.replace("\n", ""), 20, width)):
        assert start not in NO_START and end not in NO_END
