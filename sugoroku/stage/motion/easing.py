"""Curves from 0 to 1: how a motion spends its time."""

import math


def clamped(t: float) -> float:
    return min(1.0, max(0.0, t))


def out_quad(t: float) -> float:
    return 1 - (1 - clamped(t)) ** 2


def out_cubic(t: float) -> float:
    return 1 - (1 - clamped(t)) ** 3


def in_out_cubic(t: float) -> float:
    t = clamped(t)
    return 4 * t**3 if t < 0.5 else 1 - (2 - 2 * t) ** 3 / 2


def in_out_sine(t: float) -> float:
    return (1 - math.cos(math.pi * clamped(t))) / 2


def out_back(t: float, over: float = 1.2) -> float:
    """Goes a little beyond 1 before it settles."""
    t = clamped(t) - 1
    return 1 + (over + 1) * t**3 + over * t**2
