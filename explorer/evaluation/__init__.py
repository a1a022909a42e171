"""How well extraction reads: gold answers, and precision and recall against them."""

from explorer.evaluation.gold import GoldPassage, load_gold
from explorer.evaluation.names import Names
from explorer.evaluation.reliability import Bin, reliability
from explorer.evaluation.scoring import Count, Finding, Scores, score

__all__ = ["Bin", "Count", "Finding", "GoldPassage", "Names", "Scores", "load_gold", "reliability", "score"]
