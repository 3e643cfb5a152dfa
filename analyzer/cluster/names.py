"""Name the groups: by the folder or word that made them, else by the words that set them apart."""

import keyword
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from math import fsum

import numpy as np

from analyzer.cluster.partition import REST
from analyzer.cluster.ruling import Ruling
from analyzer.cluster.standing import Standing
from analyzer.model.cut import Service
from analyzer.model.evidence import Views
from analyzer.model.graph import Graph
from analyzer.model.python import SOFT_KEYWORDS
from analyzer.model.vocabulary import strongest, uses_of
from analyzer.model.words import split_words, stem

SLUG = re.compile(r"[^a-z0-9]+")
VOWEL = re.compile(r"[aeiouy]")
LONGEST = 40  # letters of a key; DNS allows 63, and a generated package adds its own words
SPOKEN = 20  # words a group may be named by
TOLD = 5  # words a service is described by
NAMED = 200  # uses that a word in a file's name is worth: a name was chosen to say what is inside


def name_services(
    graph: Graph, ruling: Ruling, standings: dict[str, Standing], views: Views
) -> tuple[tuple[Service, ...], dict[str, str]]:
    """The services sorted by key, and the key of each label; keys are distinct slugs that say what is inside."""
    words = _telling_words(graph, ruling.labels)
    spelled = _spellings(graph)
    shares = _evidence(views, ruling.labels)
    keys: dict[str, str] = {}
    taken: set[str] = set()
    sizes = Counter(ruling.labels.values())
    for label in sorted(standings, key=lambda label: (not label.startswith("rule:"), -sizes[label], label)):
        keys[label] = _first_free(_candidates(label, words[label], spelled), taken)
        taken.add(keys[label])
    services = []
    for label, found in standings.items():
        rule = ruling.rules.services.get(label.removeprefix("rule:")) if label.startswith("rule:") else None
        services.append(
            Service(
                key=keys[label],
                name=(rule.name if rule and rule.name else keys[label].replace("_", " ").capitalize()),
                description=rule.description if rule else "",
                owner=rule.owner if rule else "",
                words=words[label][:TOLD],
                evidence=shares.get(label, ()),
                pinned=rule is not None,
                kind=found.kind,
                host=keys.get(found.host, ""),
            )
        )
    return tuple(sorted(services, key=lambda service: service.key)), keys


def _candidates(label: str, words: tuple[str, ...], spelled: dict[str, str]) -> Iterator[str]:
    """Names from best to worst: what made the group, then its words, then both together."""
    origin, _, given = label.partition(":")
    parts = given.split(".")
    if origin == "folder":
        ways = ["_".join(parts[-depth:]) for depth in range(1, len(parts) + 1)]
    elif origin == "word":
        ways = [spelled.get(given, given)]
    elif origin == "rule":
        ways = [given.partition("/")[0]]
    else:
        ways = ["core"] if label == REST else []
    spoken = [word for word in words if len(word) > 2 and VOWEL.search(word)]  # noqa: PLR2004 - "id", "io"
    pairs = (f"{first}_{second}" for first in (ways or spoken)[:3] for second in spoken if second != first)
    return (slug for text in chain(ways, spoken, pairs) if (slug := make_slug(text)))


def _spellings(graph: Graph) -> dict[str, str]:
    """Stem -> the form that module names spell most often, so that a name is a word again."""
    modules = graph.elements[graph.elements["kind"] == "module"]
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for name in modules["name"].astype(str):
        for word in split_words(name):
            forms[stem(word)][word] += 1
    return {word: min(found, key=lambda form: (-found[form], form)) for word, found in forms.items()}


def make_slug(text: str) -> str:
    """A key made of the text: lower-case words joined by ``_``, a Python name and, with ``-``, a DNS label."""
    slug = SLUG.sub("_", text.lower()).strip("_")[:LONGEST].strip("_")
    if not slug or not slug[0].isalpha():
        return ""
    return f"{slug}_service" if keyword.iskeyword(slug) or slug in SOFT_KEYWORDS else slug


def _first_free(candidates: Iterable[str], taken: set[str]) -> str:
    """The first of the candidates that is not taken; with a Greek letter behind the best one where all are."""
    best = ""
    for candidate in candidates:
        best = best or candidate
        if candidate not in taken:
            return candidate
    stem = best or "unnamed"
    greek = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa")
    many = (f"{stem}_{first}" for first in greek)
    more = (f"{stem}_{first}_{second}_{third}" for first in greek for second in greek for third in greek)
    return next(name for name in (*many, *more) if name not in taken)


def _telling_words(graph: Graph, labels: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Label -> the words of its modules' vocabulary that set it apart, strongest first (tf-idf over the groups).

    Tests speak of fixtures and factories, migrations of fields and sizes: their words are left out.
    """
    spoken = ~graph.elements["role"].isin(("test", "migration"))
    modules = graph.elements[(graph.elements["kind"] == "module") & spoken]
    numbers = {label: number for number, label in enumerate(sorted(set(labels.values())))}
    rows = [numbers[labels[key]] for key in modules.index.tolist()]
    names = zip(rows, modules["name"].tolist(), strict=True)
    named = [(row, part, NAMED) for row, name in names for part in split_words(name.rpartition(".")[2])]
    uses = uses_of(modules["words"].tolist(), rows, _speakable, named)
    groups = len(set(uses.row.tolist()))
    told = strongest(uses, lambda count, carriers: (1 + math.log(count)) * math.log(1 + groups / carriers), SPOKEN)
    return {label: tuple(told.get(number, ())) for label, number in numbers.items()}


def _speakable(word: str) -> list[str]:
    """Its parts; short ones are abbreviations nobody can say."""
    return [part for part in split_words(word) if len(part) > 3 and part.isascii()]  # noqa: PLR2004


def _evidence(views: Views, labels: dict[str, str]) -> dict[str, tuple[tuple[str, float], ...]]:
    """Label -> (view, share of the weight inside the group), strongest first."""
    edges = views.edges
    columns = [column for column in edges.columns if column not in ("source", "target", "weight")]
    names = sorted(set(labels.values()))
    numbers = {label: number for number, label in enumerate(names)}
    ends = [
        np.array([numbers[labels[key]] for key in edges[end].tolist()], dtype=np.int64) for end in ("source", "target")
    ]
    inner = ends[0] == ends[1]
    groups, weight = ends[0][inner], edges["weight"].to_numpy()[inner]
    totals = {
        view: np.bincount(groups, edges[view].to_numpy()[inner] * weight, len(names)).tolist() for view in columns
    }
    sums = {names[number]: {view: totals[view][number] for view in columns} for number in sorted(set(groups.tolist()))}
    return {
        label: tuple(
            (view, round(part / total, 4))
            for view, part in sorted(own.items(), key=lambda item: (-round(item[1], 9), item[0]))
            if part
        )
        for label, own in sums.items()
        if (total := fsum(own.values()))
    }
