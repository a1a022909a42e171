"""What makes an event less certain: named features, each with a weight in knowledge/confidence.yaml."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    PLACE = "place"  # an unnamed group is counted to the country of the place
    OTHER_SIDE = "other_side"  # … to the country of the other side
    ONLY_COUNTRY = "only_country"  # … to the only country in the sentence
    DOER_UNKNOWN = "doer_unknown"  # nobody is named as doer; the place stands in
    DEED = "deed"  # the recipient is whose deed was told before: "the decision"
