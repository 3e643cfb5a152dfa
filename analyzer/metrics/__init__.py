"""Metrics of a cut: each a function from a graph and a cut to a score."""

from analyzer.metrics.icp import inter_call_percentage
from analyzer.metrics.modularity import modularity
from analyzer.model.family import Metric

METRICS: tuple[Metric, ...] = (inter_call_percentage, modularity)
"""Every metric, in the order of the report."""
