"""Dates become ISO 8601, as exact as they were written, or nothing."""

import pytest

from explorer.reading.dates import iso_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2016-10-05", "2016-10-05"),
        ("2016-10", "2016-10"),
        ("2016", "2016"),
        (2016, "2016"),
        (20161005, "2016-10-05"),
        (" 2016-10-05 ", "2016-10-05"),
        ("2026-01-01T23:30:00-05:00", "2026-01-01"),
        ("2026-01-01T10:00:00Z", "2026-01-01"),
        ("2026/01/04", "2026-01-04"),
        ("18 July 2017", "2017-07-18"),
        ("July 18, 2017", "2017-07-18"),
        ("Tue, 18 Jul 2017 10:00:00 GMT", "2017-07-18"),
        ("Tuesday, July 18, 2017", "2017-07-18"),
        ("October 2016", "2016-10"),
        ("31/02/2026", None),
        ("12/11/10", None),
        ("03/04/2026", None),
        ("0000-00-00", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("2026-01-01T25:61:61Z", None),
        ("1e309", None),
        ("-1", None),
        ("253402300800", None),
        (253402300800, None),
        (True, None),
        (None, None),
        (["2016"], None),
        ("", None),
        ("Monday", None),
        ("٢٠١٦", None),
        ("9" * 5000, None),
        ("\x00", None),
    ],
)
def test_dates(written: object, date: str | None) -> None:
    assert iso_date(written) == date
