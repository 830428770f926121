"""Points and tolerances as other programs count them."""

from decimal import ROUND_HALF_UP, Decimal

from sugoroku.interchange.findings import Entry


def right_share(n: int) -> str:
    """The percent that each of `n` right options gives, in one of the shares that Moodle knows."""
    share = (Decimal(100) / n).quantize(Decimal("0.00001"), ROUND_HALF_UP)
    return f"{share.normalize():f}"


def tolerance_of(entry: Entry) -> Decimal:
    """How far from an estimate's answer is still right, in its unit."""
    within = str(entry.get("within", "10%"))
    if within.endswith("%"):
        return abs(Decimal(str(entry["answer"]))) * Decimal(within[:-1]) / 100
    return Decimal(within)
