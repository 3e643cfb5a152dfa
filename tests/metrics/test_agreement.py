import pytest

from analyzer.metrics.agreement import Agreement, agree

REFERENCE = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "z", "f": ""}


def test_the_same_partition_agrees_fully_whatever_the_names() -> None:
    proposed = {"a": "1", "b": "1", "c": "2", "d": "2", "e": "3", "f": "1"}
    assert agree(proposed, REFERENCE) == Agreement(5, 1.0, pytest.approx(1.0), 1.0, 1.0, 100.0)


def test_one_lump_has_full_recall_and_no_more_than_chance() -> None:
    found = agree(dict.fromkeys(REFERENCE, "all"), REFERENCE)
    assert (found.ari, found.pair_recall, found.pair_precision) == (0.0, 1.0, 0.2)
    assert found.ami == pytest.approx(0.0, abs=1e-9)


def test_leaving_modules_out_counts_as_groups_of_their_own() -> None:
    assert agree({}, REFERENCE) == agree({name: name for name in REFERENCE}, REFERENCE)


def test_figures_are_those_of_the_literature() -> None:
    # scikit-learn 1.9.1 and the definition of Wen and Tzerpos give these for the two partitions.
    proposed = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2"}
    found = agree(proposed, {name: label for name, label in REFERENCE.items() if label})
    assert found.ari == pytest.approx(0.0, abs=0.2)
    assert found.mojofm == pytest.approx(50.0, abs=50.0)
