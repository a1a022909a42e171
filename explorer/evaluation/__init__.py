"""How well extraction reads and identity joins: gold answers, and precision and recall against them."""

from explorer.evaluation.alignment import Agreement, read_world, score_clusters
from explorer.evaluation.bcubed import Score, bcubed
from explorer.evaluation.clusters import GoldClusters, holds_clusters, load_clusters
from explorer.evaluation.gold import GoldPassage, load_gold
from explorer.evaluation.names import Names
from explorer.evaluation.reliability import Bin, reliability
from explorer.evaluation.scoring import Count, Finding, Scores, score

__all__ = [
    "Agreement",
    "Bin",
    "Count",
    "Finding",
    "GoldClusters",
    "GoldPassage",
    "Names",
    "Score",
    "Scores",
    "bcubed",
    "holds_clusters",
    "load_clusters",
    "load_gold",
    "read_world",
    "reliability",
    "score",
    "score_clusters",
]
