"""Bytes of a file to text: size, UTF-8 and characters that do not belong into a text."""

import re
from pathlib import Path

from sugoroku.content.problems import N_, ContentError, Problem, excerpt_of

NOT_IN_TEXTS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # line separators, overrides of direction
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # marks that are no characters
)
_UNWANTED = re.compile(f"[{NOT_IN_TEXTS}]")
_UNWANTED_OR_TAB = re.compile(f"[\t{NOT_IN_TEXTS}]")
_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_SUSPECTS = [
    re.compile(rb"\xc2[\x80-\x9f]"),
    re.compile(rb"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])"),
    re.compile(rb"\xef(?:\xbb\xbf|\xbf[\xb9-\xbf])"),
]
_LINE_END = re.compile("\r\n|\r|\n")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path, name: str, most: int) -> bytes:
    """The file's bytes; ContentError when it is missing, no plain file or too large."""
    try:
        if not path.is_file():
            raise _whole(
                name,
                N_("This is not a file.") if path.exists() else N_("There is no such file."),
                N_("Look whether the name is written right."),
            )
        with path.open("rb") as file:
            size = path.stat().st_size
            data = file.read(most + 1) if size <= most else b""
    except OSError as fault:
        raise _whole(
            name,
            N_("The file cannot be read ({why})."),
            N_("Look whether it is open in another program or protected."),
            why=fault.strerror or str(fault),
        ) from None
    if max(size, len(data)) > most:
        raise _whole(
            name,
            N_("The file is larger than {most} KiB."),
            N_("Make two files of it."),
            most=str(most // 1024),
        )
    return data


def decode(data: bytes, name: str) -> str:
    """UTF-8 text without its byte order mark; ContentError for anything else."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise _not_utf8(data, fault.start, name) from None
    unwanted = _UNWANTED.search(text) if _may_have_unwanted(data) else None
    if unwanted is not None:
        if unwanted[0] == "\0" and data.count(b"\0") > len(data) // 4:
            raise _not_utf8(data, unwanted.start(), name)
        raise _unwanted(text, unwanted, name)
    return text


def _may_have_unwanted(data: bytes) -> bool:
    """A quick look at the bytes: most files need no search through their characters."""
    return len(data.translate(None, _CONTROLS)) < len(data) or any(
        suspect.search(data) for suspect in _SUSPECTS
    )


def lines_of(text: str) -> list[str]:
    return _LINE_END.split(text)


def unwanted_character(text: str) -> str:
    """The first character that may not stand in a text, as a code; "" when all is well."""
    found = _UNWANTED_OR_TAB.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def _unwanted(text: str, found: re.Match[str], name: str) -> ContentError:
    before = _LINE_END.split(text[: found.start()])
    column = len(before[-1])
    excerpt, caret = excerpt_of(lines_of(text)[len(before) - 1], column)
    problem = Problem(
        file=name,
        line=len(before),
        column=column + 1,
        message_id=N_("A character that cannot be seen ({code}) stands here."),
        fix_id=N_(
            "Delete it: put the cursor behind it and press Backspace, or write the line anew."
        ),
        values={"code": f"U+{ord(found[0]):04X}"},
        excerpt=excerpt,
        caret=caret,
    )
    return ContentError([problem])


def _not_utf8(data: bytes, at: int, name: str) -> ContentError:
    before = data[:at]
    line = before.count(b"\n") + 1
    column = at - (before.rfind(b"\n") + 1) + 1
    encoding = _probable_encoding(data)
    message = (
        N_("The file is not saved as UTF-8: byte {byte} cannot be read. It looks like {encoding}.")
        if encoding
        else N_("The file is not saved as UTF-8: byte {byte} cannot be read.")
    )
    problem = Problem(
        file=name,
        line=line,
        column=column,
        message_id=message,
        fix_id=N_("Open it in your editor, choose “Save as” and the encoding UTF-8."),
        values={"byte": str(at + 1), "encoding": encoding},
    )
    return ContentError([problem])


def _probable_encoding(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS) or data.count(b"\0") > len(data) // 4:
        return "UTF-16"
    try:
        data.decode("cp932")
    except UnicodeDecodeError:
        return ""
    return "Shift_JIS (CP932)"


def _whole(name: str, message: str, fix: str, **values: str) -> ContentError:
    return ContentError([Problem(file=name, message_id=message, fix_id=fix, values=values)])
