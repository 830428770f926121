"""The page about a board before class: what stands where."""

from sugoroku.model.forecast import Forecast
from sugoroku.reports import forecast_words
from sugoroku.reports.bars import row_of_bars
from sugoroku.reports.forecast_findings import findings
from sugoroku.reports.heat import heat
from sugoroku.reports.page import templates
from sugoroku.reports.words import Words


def forecast_html(forecast: Forecast, tr: Words) -> str:
    """One page that needs nothing but itself, in the language of `tr`."""
    seats = forecast_words.seats(forecast, tr)
    return (
        templates()
        .get_template("forecast.html")
        .render(
            tr=tr,
            forecast=forecast,
            facts=forecast_words.facts(forecast, tr),
            minutes=forecast_words.number(forecast.minutes.median, tr, brief=True),
            questions=forecast_words.number(forecast.questions_per_team, tr, brief=True),
            within=forecast_words.share(forecast.within_lesson, tr, brief=True),
            findings=findings(forecast, tr),
            lengths=forecast_words.lengths(forecast, tr),
            numbers=forecast_words.numbers(forecast, tr),
            seats=[(line, row_of_bars([line.share])) for line in seats],
            bands=[
                (line, row_of_bars([line.share])) for line in forecast_words.bands(forecast, tr)
            ],
            heat=heat(forecast, tr),
            heat_how=forecast_words.how([use.landings for use in forecast.landings], tr),
            assumptions=forecast_words.assumptions(forecast, tr),
        )
    )
