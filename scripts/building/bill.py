"""What is really inside the built program: a bill of materials (CycloneDX), and all licences."""

import json
import re
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from scripts.building.resources import NAME, version

NAMED_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
MODULE = re.compile(r".*(\.cpython-.*|\.abi3)\.so|.*\.pyd")
NOBODY = "NOASSERTION"


@dataclass(slots=True)
class Part:
    """One component: its licence as an SPDX expression, and the texts of it on this disk."""

    name: str
    version: str
    licence: str
    home: str = ""
    texts: list[Path] = field(default_factory=list)
    package: bool = False
    """A Python package of PyPI."""


@dataclass(slots=True)
class Inside:
    parts: list[Part]
    unknown: list[str]
    """Files that nobody is known to have made."""


def inside(root: Path, listed: Path) -> Inside:
    """`listed`: what build.spec wrote down (`contents.listed`)."""
    told = tomllib.loads((root / "packaging" / "native.toml").read_text("utf-8"))
    texts = root / "packaging" / "licences"
    natives = {library["name"]: library for library in told["library"]}
    patterns = {name: re.compile(of["files"], re.IGNORECASE) for name, of in natives.items()}
    better = {entry["name"]: entry for entry in told["package"]}
    owners = dict(_owners())
    ours = (root.resolve(), listed.parent.resolve())
    python = tuple(Path(sysconfig.get_path(key)).resolve() for key in ("stdlib", "platstdlib"))
    found: dict[str, Part] = {}
    unknown: list[str] = []
    for name, source in json.loads(listed.read_text("utf-8")):
        path = Path(source).resolve()
        native = None if MODULE.fullmatch(path.name) else _matching(path.name, patterns)
        owner = owners.get(path)
        if native is not None:
            found[native] = _native(natives[native], texts)
        elif owner is not None:
            found[owner.name] = _package(owner, better.get(owner.name, {}), texts)
        elif _below(path, python):
            found["Python"] = _native(natives["Python"], texts)
        elif not _below(path, ours):
            unknown.append(f"{name} ({source})")
    found |= {part.name: part for part in _always(root)}
    return Inside(sorted(found.values(), key=lambda part: part.name.lower()), unknown)


def _owners() -> Iterator[tuple[Path, metadata.Distribution]]:
    for owner in metadata.distributions():
        for file in owner.files or ():
            yield Path(str(owner.locate_file(file))).resolve(), owner


def _matching(file: str, patterns: dict[str, re.Pattern[str]]) -> str | None:
    return next((name for name, pattern in patterns.items() if pattern.fullmatch(file)), None)


def _below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _native(library: dict[str, str], texts: Path) -> Part:
    text = library.get("text", f"{library['name']}.txt")
    needed = [text, *(f"{name}.txt" for name in _texts_named(library["licence"]))]
    return Part(
        library["name"],
        sys.version.split()[0] if library["name"] == "Python" else "",
        library["licence"],
        library["home"],
        [texts / name for name in needed if name],
    )


def _texts_named(licence: str) -> list[str]:
    """Licences that the makers' own notices only point to."""
    names = {"LGPL-2.1": "LGPL-2.1", "GPL-3.0": "GPL-3"}
    return [file for start, file in names.items() if re.match(rf"\b{re.escape(start)}\b", licence)]


def _address(told: Iterable[str]) -> str:
    """The first web page that a package names for itself: `Homepage, https://…`."""
    return next((line.partition(",")[2].strip() for line in told), "")


def _package(owner: metadata.Distribution, better: dict[str, object], texts: Path) -> Part:
    about = owner.metadata
    licence = better.get("licence") or about.get("License-Expression") or about.get("License")
    own = [
        Path(str(owner.locate_file(file)))
        for file in owner.files or ()
        if NAMED_LICENCE.search(file.as_posix()) and file.suffix not in (".py", ".pyc")
    ]
    more = better.get("texts", [])
    assert isinstance(more, list)
    home = about.get("Home-page") or _address(about.get_all("Project-URL") or ())
    return Part(
        owner.name, owner.version, str(licence or NOBODY), home,
        [*sorted(own), *(texts / name for name in more)], package=True,
    )  # fmt: skip


def _always(root: Path) -> list[Part]:
    font = root / "assets" / "fonts" / "OFL-MPLUSRounded1c.txt"
    home = "https://fonts.google.com/specimen/M+PLUS+Rounded+1c"
    return [Part("M PLUS Rounded 1c", "", "OFL-1.1", home, [font])]


# ------------------------------------------------------------------ written down


def copy_licences(root: Path, parts: Iterable[Part], folder: Path) -> None:
    """`folder`/NAME/…: the texts of each part; ours stand above them."""
    for path in (root / "LICENSE", root / "ATTRIBUTIONS.md", *(root / "LICENSES").iterdir()):
        _copy(path, folder / path.name)
    for part in parts:
        for text in part.texts:
            _copy(text, folder / part.name / text.name)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write_bill(root: Path, parts: Iterable[Part], target: Path, moment: int) -> None:
    """CycloneDX 1.6 as JSON, checked by its schema. ValueError when that does not hold."""
    told = version(root)
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"climate-sugoroku {told} {sys.platform}"))
    bom.metadata.timestamp = datetime.fromtimestamp(moment, UTC)
    licence = LicenseExpression("MIT AND CC-BY-4.0 AND OFL-1.1")
    program = Component(
        name=NAME, version=told, type=ComponentType.APPLICATION, licenses=[licence],
        bom_ref="climate-sugoroku",
    )  # fmt: skip
    bom.metadata.component = program
    components = [_component(part) for part in parts]
    bom.components.update(components)
    bom.register_dependency(program, components)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise ValueError(f"the bill of materials is not valid: {fault}")
    target.write_text(text + "\n", "utf-8", newline="\n")


def _component(part: Part) -> Component:
    known = part.licence not in ("", NOBODY)
    home = ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.home))
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        licenses=[LicenseExpression(part.licence)] if known else [],
        purl=PackageURL("pypi", name=part.name.lower(), version=part.version)
        if part.package
        else None,
        external_references=[home] if part.home else [],
        bom_ref=f"{part.name} {part.version}".strip(),
    )
