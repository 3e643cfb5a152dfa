"""Place every element of the graph: modules by their community, what is inside them with them."""

import pandas as pd

from analyzer.model.graph import Graph


def place(graph: Graph, service_of: dict[str, str]) -> pd.DataFrame:
    """One row an element, indexed like the graph, columns ``PLACEMENT_COLUMNS``."""
    elements = graph.elements
    service = pd.Series(elements.index.str.partition("::").get_level_values(0), index=elements.index).map(service_of)
    mapped = {table.key: service_of.get(table.element.partition("::")[0], "") for table in graph.tables}
    service = service.fillna(pd.Series(mapped, dtype="str").reindex(elements.index)).fillna("")
    owned = service != ""
    return pd.DataFrame(
        {
            "service": service,
            "verdict": owned.map({True: "owned", False: "unplaced"}),
            "stability": owned.astype("float64"),
            "reason": owned.map({True: "Most of its links stay inside.", False: "Its file is not part of the cut."}),
            "nearest": "",
            "pull": 0.0,
            "pinned": False,
        },
        index=elements.index,
    )
