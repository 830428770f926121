"""What is told about a pack or a deck before it is added, in the class's language."""

import unicodedata

from sugoroku.content.problems import visible
from sugoroku.i18n.translator import Translator, without_furigana
from sugoroku.packs.decks import DeckOffer
from sugoroku.packs.installing import Offer, Presence, clash
from sugoroku.stage.scenes.offer import Offered

MOST_COLUMNS = 100
"""Of a maker's own words: two lines; a Japanese letter takes two columns."""


def pack_told(offer: Offer, presence: Presence, others: bool, tr: Translator) -> Offered:
    """`others`: there is an edition with this id already."""
    manifest, board = offer.manifest, offer.edition.board
    title, place = board.title.source, board.place.source
    match presence:
        case "same":
            note = tr("This pack is installed already.")
        case "other":
            note = clash(manifest).told(tr)
        case "new" if others:
            note = tr(
                "There is an edition with this id already. Both stay, and show their versions."
            )
        case "new":
            note = tr("It will stand beside the other editions.")
    return Offered(
        question=tr("A pack with an edition, version {version}", version=manifest.version),
        name=f"{title} ({place})" if place else title,
        rows=(
            (tr("Languages"), languages_told(manifest.languages, tr)),
            (tr("Questions"), tr.number(len(offer.edition.questions))),
            (tr("Made by"), said(manifest.authors, tr)),
            (tr("Licence"), said(manifest.licence, tr)),
            (tr("Size"), size_told(offer.pack.size, tr)),
        ),
        note=note,
        take=tr("Add it") if presence == "new" else "",
    )


def deck_told(offer: DeckOffer, tr: Translator, left_out: tuple[str, ...] = ()) -> Offered:
    """`left_out`: where in a spreadsheet there are questions that did not come in."""
    deck = offer.deck
    boards = [without_furigana((board.place or board.title).source) for board in offer.boards]
    match offer.presence:
        case "same":
            note = tr("This deck is here already.")
        case "other":
            note = tr(
                "It takes the place of your deck of the same name, which is kept in the folder"
                " “earlier”."
            )
        case "new" if offer.shipped:
            note = tr("It is asked instead of the shipped deck of the same name.")
        case "new":
            note = (
                "" if boards else tr("To be asked, a board must name it: decks: [{id}]", id=deck.id)
            )
    return Offered(
        question=tr("A deck of questions: “{id}”", id=deck.id),
        name=deck.title.source,
        rows=(
            (tr("Language"), languages_told((deck.language,), tr)),
            (tr("Questions"), tr.number(len(deck.questions))),
            (tr("Boards"), tr.listed(boards) if boards else tr("none yet")),
            (tr("Size"), size_told(len(offer.data), tr)),
            *([(tr("Left out"), said("; ".join(left_out), tr))] if left_out else []),
        ),
        note=note,
        take="" if offer.presence == "same" else tr("Add it"),
    )  # fmt: skip


def languages_told(codes: tuple[str, ...], tr: Translator) -> str:
    return tr.listed([tr.language_name(code) for code in codes])


def said(text: str, tr: Translator) -> str:
    """Something that the maker wrote, or that nothing was written."""
    shown, room = "", MOST_COLUMNS
    for sign in visible(text).strip():
        room -= 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        if room < 0:
            return shown + "…"
        shown += sign
    return shown or tr("not said")


def size_told(size: int, tr: Translator) -> str:
    """Bytes in words: 830 KB, 2.4 MB."""
    if size < 2**20:
        return tr("{n} KB", n=tr.number(max(1, round(size / 1024))))
    return tr("{n} MB", n=tr.number(round(size / 2**20, 1)))
