"""What DuckDB is asked. Staged tables (`staging.STAGED`) are text; here they get their types.

Cells stay as harmless for a spreadsheet as the sessions' files are: a text that begins like a
formula has an apostrophe before it, and gets one here if another program took it away. Parquet
holds the same cells. See `sugoroku.records.csv_writing` for the whole rule.

`{mark}` is put before the first column's name, for Excel's sake.
"""

from sugoroku.collection.finding import COUNTS, QUIZ, SURVEY
from sugoroku.collection.layouts import PUPIL_COLUMNS
from sugoroku.collection.staging import QUIZ_COLUMNS

_FORMULA = (
    r"^(?:[\s\p{Z}\p{Cf}\p{Cc}]*[=+\-@⁺⁼₊₌⩵⩶﬩﹢﹣﹦﹫＋－＝＠]|[\t\r\n\x{85}\x{2028}\x{2029}])"
)
_NUMBER = r"^-?[0-9]+(?:\.[0-9]+)?$"
MACROS = f"""
CREATE MACRO harmless(said) AS CASE
    WHEN regexp_matches(said, '{_FORMULA}') AND NOT regexp_matches(said, '{_NUMBER}')
    THEN '''' || said ELSE nullif(said, '') END;
CREATE MACRO whole(said) AS
    CASE WHEN NOT contains(said, '.') THEN TRY_CAST(nullif(said, '') AS INTEGER) END;
CREATE MACRO a_number(said) AS TRY_CAST(nullif(said, '') AS DOUBLE);
CREATE MACRO moment(said) AS TRY_CAST(nullif(said, '') AS TIMESTAMP);
"""
SMALL_TABLES = f"""
CREATE TABLE lesson AS SELECT
    whole("no") AS "no", harmless(session) AS session, harmless(edition) AS edition,
    harmless(title) AS title, harmless(program) AS program, harmless(content) AS content,
    harmless(language) AS language, whole(grade) AS grade, harmless(started) AS started,
    a_number(minutes) AS minutes, whole(teams) AS teams, whole(pupils) AS pupils,
    harmless(answering) AS answering, harmless(die) AS die, harmless(decks) AS decks,
    harmless(folder) AS folder, whole(book) AS book
FROM session_staged;

CREATE TABLE layout AS SELECT
    whole(layout) AS layout, whole(book) AS book, whole(place) AS place, harmless(item) AS item,
    harmless(kind) AS kind, whole("option") AS "option", "column", whole(code_at) AS code_at,
    whole(label_at) AS label_at, whole(right_at) AS right_at, harmless(words) AS words
FROM layout_staged;

CREATE TABLE book AS SELECT
    whole(book) AS book, whole(place) AS place, harmless(file) AS file,
    harmless("column") AS "column", harmless(kind) AS kind, harmless(name) AS name,
    harmless(code) AS code, harmless(label) AS label
FROM codebook_staged;

CREATE TABLE code AS
    SELECT book, "column", whole(code) AS code, any_value(label) AS label
    FROM book WHERE file = '{SURVEY}' AND code IS NOT NULL GROUP BY ALL;

CREATE TABLE used AS
    SELECT book, language, edition, count(*) AS sessions, min("no") AS first
    FROM lesson WHERE book IS NOT NULL GROUP BY ALL;
"""
LARGE_TABLES = """
CREATE TABLE sheet AS SELECT
    whole("no") AS "no", whole("row") AS "row", whole(layout) AS layout, whole(pupil) AS pupil,
    moment("when") AS "when", harmless(survey) AS survey, harmless(moment) AS moment,
    harmless(way) AS way, string_split(cells, chr(31)) AS said
FROM sheet_staged;

CREATE TABLE hands AS SELECT
    whole("no") AS "no", whole("row") AS "row", moment("when") AS "when",
    harmless(survey) AS survey, harmless(moment) AS moment, harmless(item) AS item,
    harmless(kind) AS kind, CASE WHEN kind = 'several' THEN whole(code) END AS "option",
    CASE WHEN kind = 'several' THEN 1 ELSE whole(code) END AS code, harmless(label) AS label,
    whole(count) AS count, whole(pupils) AS pupils
FROM hands_staged;

CREATE TABLE survey (
    "no" INTEGER, session VARCHAR, edition VARCHAR, language VARCHAR, grade INTEGER,
    survey VARCHAR, moment VARCHAR, way VARCHAR, pupil INTEGER, "when" TIMESTAMP, item VARCHAR,
    kind VARCHAR, "option" INTEGER, code INTEGER, label VARCHAR, text VARCHAR, "right" INTEGER,
    count INTEGER, pupils INTEGER,
    "column" VARCHAR, bad_code VARCHAR, bad_right VARCHAR, unknown BOOLEAN
);
"""
"""The last four columns are for the checks."""
FILL_SURVEY = """
INSERT INTO survey
WITH cells AS (
    SELECT s.* EXCLUDE (layout, said), l.* EXCLUDE (layout, code_at, label_at, right_at),
        nullif(s.said[l.code_at], '') AS code_said,
        CASE WHEN l.label_at > 0 THEN nullif(s.said[l.label_at], '') END AS label_said,
        CASE WHEN l.right_at > 0 THEN nullif(s.said[l.right_at], '') END AS right_said
    FROM sheet s JOIN layout l USING (layout) WHERE s."no" BETWEEN $1 AND $2
), said AS (
    SELECT *, CASE WHEN kind <> 'text' THEN whole(code_said) END AS code,
        whole(right_said) AS "right"
    FROM cells
), pupil AS (
    SELECT s."no", 0 AS part, s."row", s.place, s.survey, s.moment, s.way, s.pupil, s."when",
        s.item, s.kind, s."option", s.code,
        CASE WHEN s.label_said IS NULL THEN coalesce(s.words, c.label)
            WHEN s.label_said = c.label THEN c.label ELSE harmless(s.label_said) END AS label,
        CASE WHEN s.kind = 'text' THEN harmless(s.code_said) END AS text, s."right",
        NULL AS count, NULL AS pupils, s."column",
        CASE WHEN s.kind <> 'text' AND s.code IS NULL THEN s.code_said END AS bad_code,
        CASE WHEN s."right" IS NULL THEN s.right_said END AS bad_right,
        s.book > 0 AND s.code IS NOT NULL AND c.code IS NULL
            AND s.kind IN ('faces', 'choice', 'yes_maybe_no', 'knowledge') AS unknown
    FROM said s
    LEFT JOIN code c ON s.book = c.book AND s."column" = c."column" AND s.code = c.code
), raised AS (
    SELECT "no", 1 AS part, "row", 0 AS place, survey, moment, 'hands' AS way, NULL AS pupil,
        "when", item, kind, "option", code, label, NULL AS text, NULL AS "right", count, pupils,
        NULL AS "column", NULL AS bad_code, NULL AS bad_right, false AS unknown
    FROM hands WHERE "no" BETWEEN $1 AND $2
)
SELECT l."no", l.session, l.edition, l.language, l.grade, a.* EXCLUDE ("no", part, "row", place)
FROM (FROM pupil UNION ALL FROM raised) a JOIN lesson l USING ("no")
ORDER BY a."no", a.part, a."row", a.place
"""
"""For the sessions from number $1 to $2."""

_QUIZ = """
SELECT session AS "{mark}session", edition, language, grade,
    moment(q."when") AS "when", whole("round") AS "round", harmless(team) AS team,
    harmless(question) AS question, harmless(topic) AS topic, whole("level") AS "level",
    harmless(chosen) AS chosen, whole("right") AS "right", a_number(seconds) AS seconds,
    harmless(kind) AS kind, harmless(right_answer) AS right_answer, whole(on_turn) AS on_turn,
    whole(undone) AS undone, harmless(chosen_code) AS chosen_code,
    harmless(right_code) AS right_code, whole(step) AS step
FROM quiz_staged q JOIN lesson l ON whole(q."no") = l."no"
ORDER BY l."no", whole(q."row")
"""
_SURVEY = """
SELECT session AS "{mark}session",
    * EXCLUDE ("no", session, "column", bad_code, bad_right, unknown)
FROM survey
"""
_CODEBOOK = """
SELECT edition AS "{mark}edition", language, file, "column", kind, name, code, label,
    CAST(sum(sessions) AS INTEGER) AS sessions
FROM book JOIN used USING (book)
GROUP BY edition, language, file, "column", kind, name, code, label
ORDER BY used.edition, language, min(place), file, "column", code, label, name, kind
"""
_SESSIONS = """
SELECT session AS "{mark}session", * EXCLUDE ("no", session, book) FROM lesson ORDER BY "no"
"""
TABLES = {"quiz": _QUIZ, "survey": _SURVEY, "codebook": _CODEBOOK, "sessions": _SESSIONS}
PROBLEMS = """
SELECT harmless(session) AS "{mark}session", harmless(folder) AS folder, harmless(file) AS file,
    harmless("column") AS "column", whole("left") AS "left", harmless(what) AS what
FROM problems_staged ORDER BY whole("row")
"""


def _variants(said: str, *, code: str = "NULL", language: str = "language") -> str:
    """What a code or a column is said to be beside what most sessions say.

    Of items and questions; the program's own columns are the same everywhere.
    """
    which = "code IS NULL" if code == "NULL" else "code IS NOT NULL"
    pupil, quiz = (", ".join(f"'{n}'" for n in names) for names in (PUPIL_COLUMNS, QUIZ_COLUMNS))
    return f"""
WITH variant AS (
    SELECT {language} AS language, file, "column", {code} AS code, coalesce({said}, '') AS said,
        sum(sessions) AS sessions, min(first) AS first
    FROM book JOIN used USING (book)
    WHERE {which} AND {language} IS NOT NULL AND kind NOT IN ('label', 'right') AND (
        file = '{SURVEY}' AND "column" NOT IN ({pupil}) OR
        file = '{QUIZ}' AND "column" NOT IN ({quiz}))
    GROUP BY ALL
), ranked AS (
    SELECT *, row_number() OVER here AS rank, first_value(said) OVER here AS other,
        first_value(sessions) OVER here AS others, first_value(first) OVER here AS where_other
    FROM variant
    WINDOW here AS (PARTITION BY language, file, "column", code ORDER BY sessions DESC, first)
)
SELECT l.session, l.folder, r."column", r.code, r.said, r.sessions, r.other, r.others, o.session
FROM ranked r JOIN lesson l ON l."no" = r.first JOIN lesson o ON o."no" = r.where_other
WHERE rank > 1 ORDER BY r.first, file, "column", code, said
"""


OTHER_LABELS = _variants("label", code="code")
OTHER_NAMES = _variants("name")
"""Words are compared within a language only."""
OTHER_KINDS = _variants("kind", language="''")
OTHER_CONTENT = """
WITH variant AS (
    SELECT edition, content, count(*) AS sessions, min("no") AS first
    FROM lesson WHERE content IS NOT NULL GROUP BY ALL
), ranked AS (
    SELECT *, row_number() OVER here AS rank, first_value(sessions) OVER here AS others,
        first_value(first) OVER here AS where_other
    FROM variant WINDOW here AS (PARTITION BY edition ORDER BY sessions DESC, first)
)
SELECT l.session, l.folder, r.edition, r.sessions, r.others, o.session
FROM ranked r JOIN lesson l ON l."no" = r.first JOIN lesson o ON o."no" = r.where_other
WHERE rank > 1 ORDER BY r.first
"""


def _bad(table: str, file: str, **kinds: str) -> str:
    """Cells that are not what their column is of."""
    good = {
        name: f'("{name}" = \'\' OR {kind}("{name}") IS NOT NULL)' for name, kind in kinds.items()
    }
    cells = ", ".join(
        f"{{'column': '{name}', 'cell': \"{name}\", 'good': {test}}}" for name, test in good.items()
    )
    return f"""
    SELECT whole("no") AS "no", '{file}' AS file, unnest([{cells}], recursive := true)
    FROM {table} WHERE NOT ({" AND ".join(good.values())})"""


_WHOLE = ("round", "level", "right", "on_turn", "undone", "step")
_OF_QUIZ = {"when": "moment", "seconds": "a_number", **dict.fromkeys(_WHOLE, "whole")}
_OF_HANDS = {"when": "moment", "code": "whole", "count": "whole", "pupils": "whole"}
BAD_CELLS = f"""
SELECT session, folder, file, "column", count(*), min(cell) FROM (
    {_bad("quiz_staged", QUIZ, **_OF_QUIZ)}
    UNION ALL {_bad("hands_staged", COUNTS, **_OF_HANDS)}
    UNION ALL {_bad("sheet_staged", SURVEY, when="moment", pupil="whole")}
    UNION ALL
    SELECT "no", '{SURVEY}', "column", bad_code, false FROM survey WHERE bad_code IS NOT NULL
    UNION ALL
    SELECT "no", '{SURVEY}', "column" || '_right', bad_right, false
    FROM survey WHERE bad_right IS NOT NULL
) JOIN lesson USING ("no")
WHERE NOT good GROUP BY "no", session, folder, file, "column" ORDER BY "no", file, "column"
"""
UNKNOWN_CODES = """
SELECT l.session, l.folder, s."column", count(*), min(s.code)
FROM survey s JOIN lesson l USING ("no") WHERE s.unknown
GROUP BY "no", l.session, l.folder, s."column" ORDER BY "no", s."column"
"""
