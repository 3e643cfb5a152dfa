"""What changed together, and what has been calm."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from analyzer.observe.history import Commit

LARGEST = 20  # files of a commit; larger ones are renames, formatting and licences
TWICE = 2  # common changes before they count: once is chance


def changed_together(commits: Sequence[Commit], files: set[str]) -> dict[tuple[str, str], float]:
    """(file, file) -> common changes over changes of either (Jaccard); each commit's pairs count by its size."""
    changes: Counter[str] = Counter()
    common: Counter[tuple[str, str]] = Counter()
    weight: dict[tuple[str, str], float] = defaultdict(float)
    for commit in commits:
        known = sorted(files.intersection(commit.files))
        if not 1 < len(known) <= LARGEST:
            continue
        changes.update(known)
        for pair in combinations(known, 2):
            common[pair] += 1
            weight[pair] += 1 / (len(known) - 1)
    return {
        pair: round(weight[pair] / (changes[pair[0]] + changes[pair[1]] - count), 9)
        for pair, count in sorted(common.items())
        if count >= TWICE
    }


def calm(commits: Sequence[Commit], files: set[str]) -> list[tuple[str, int, int]]:
    """(file, number of commits, index of the newest, 0 = the last commit) for every file that ever changed."""
    counted: Counter[str] = Counter()
    newest: dict[str, int] = {}
    for position, commit in enumerate(commits):
        for file in files.intersection(commit.files):
            counted[file] += 1
            newest.setdefault(file, position)
    return [(file, counted[file], newest[file]) for file in sorted(counted)]
