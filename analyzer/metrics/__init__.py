"""Metrics of a cut: each a function from a graph and a cut to a score."""

from analyzer.metrics.business import entry_point_purity
from analyzer.metrics.cohesion import domain_cohesion, message_cohesion
from analyzer.metrics.data import table_purity, transaction_purity
from analyzer.metrics.dependencies import cyclic_dependencies, instability
from analyzer.metrics.icp import inter_call_percentage
from analyzer.metrics.interfaces import interface_number, operation_number
from analyzer.metrics.modularity import conductance, modularity
from analyzer.metrics.quality import structural_modularity, turbo_mq
from analyzer.metrics.sizes import non_extreme_distribution
from analyzer.model.family import Metric

METRICS: tuple[Metric, ...] = (
    modularity,
    turbo_mq,
    structural_modularity,
    conductance,
    inter_call_percentage,
    interface_number,
    operation_number,
    message_cohesion,
    domain_cohesion,
    non_extreme_distribution,
    entry_point_purity,
    table_purity,
    transaction_purity,
    instability,
    cyclic_dependencies,
)
"""Every metric of a cut, in the order of the report; agreement with a reference is in ``agreement``."""
