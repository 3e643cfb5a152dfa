"""Name services by the words that set them apart."""

import re
from collections import Counter

from analyzer.model.cut import Service
from analyzer.model.graph import Graph

WORD = re.compile(r"[a-z][a-z0-9]{2,}")


def name_services(graph: Graph, labels: dict[str, int]) -> tuple[tuple[Service, ...], dict[int, str]]:
    """The services, sorted by key, and the key of each label."""
    words: dict[int, Counter[str]] = {}
    names = dict(zip(graph.elements.index, graph.elements["name"].astype(str), strict=True))
    for module, label in labels.items():
        words.setdefault(label, Counter()).update(set(WORD.findall(names[module].lower())))
    everywhere = Counter(word for counted in words.values() for word in counted)
    keys: dict[int, str] = {}
    services = []
    for label in sorted(words):
        counted = words[label]
        ranked = sorted(counted, key=lambda word: (-counted[word] / everywhere[word], word))
        keys[label] = _distinct(ranked, set(keys.values()))
        services.append(Service(key=keys[label], name=keys[label].replace("_", " ").title(), words=tuple(ranked[:5])))
    return tuple(sorted(services, key=lambda service: service.key)), keys


def _distinct(ranked: list[str], taken: set[str]) -> str:
    candidates = [*ranked, *(f"{ranked[0] if ranked else 'part'}_{word}" for word in ranked[1:])]
    for candidate in candidates:
        if candidate not in taken:
            return candidate
    stem = ranked[0] if ranked else "part"
    return next(f"{stem}_{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" if f"{stem}_{letter}" not in taken)
