"""Elements, links, services and breaks as Parquet files."""

import io
from collections.abc import Iterable
from importlib.util import find_spec

from analyzer.errors import MissingExtra
from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.model.tables import break_table, element_table, link_table, service_table


def draw(study: Study) -> Iterable[Artifact]:
    """The four tables of the CSV files, with their types. Raises ``MissingExtra`` without pyarrow."""
    if find_spec("pyarrow") is None:
        raise MissingExtra("Parquet files need pyarrow: pip install 'monolith-analyzer[parquet]'")
    tables = {"elements": element_table, "links": link_table, "services": service_table, "breaks": break_table}
    for name, table in tables.items():
        out = io.BytesIO()
        table(study).to_parquet(out, engine="pyarrow", index=False)
        yield Artifact(f"{name}.parquet", out.getvalue())


RENDERER = Renderer("parquet", "The tables as Parquet files", draw, default=False)
