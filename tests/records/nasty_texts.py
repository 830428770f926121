"""What pupils may type, and how a table has it: letter by letter, or in the neutral form that
`csv_writing` tells of."""

NASTY: tuple[tuple[str, str | None], ...] = (
    ('=HYPERLINK("http://evil.example","x")', '\'=HYPERLINK("http://evil.example","x")'),
    ("+1+1", "'+1+1"),
    ("-2+3", "'-2+3"),
    ("@SUM(1;2)", "'@SUM(1;2)"),
    ("＝1＋1", "'＝1＋1"),
    ("  =1", "'  =1"),
    ("\t=1\tx", "' =1 x"),
    ("\r=cmd", "'\n=cmd"),
    ('Say "hi", she said', None),
    ("one;two,three|four", None),
    ("first\nsecond", None),
    ("first\r\nsecond\rthird", "first\nsecond\nthird"),
    ("👩‍🔬🌱❤️ 🇨🇱🇯🇵", None),
    ("مرحبا بالعالم", None),
    ("abc\u202egpj.exe", "abcgpj.exe"),
    ("a\x00b\x07c", "abc"),
    ("六百字の長い文。" * 75, None),
    ("ソ表能予十噂貼暴申 〜−ー～𠮟髙﨑", None),
    ("'quoted' and ''", None),
    ("Ñandú, café, ¿qué? e\u0301", None),
    ("NA", None),
    ("007", None),
    ("1e5", None),
    (" spaces around ", None),
    ("half \ud83d pair", "half \ufffd pair"),
    ("\ufeffmark", "mark"),
)
"""The text, and its neutral form; None: kept as it is."""


def kept(text: str, neutral_form: str | None) -> str:
    return text if neutral_form is None else neutral_form
