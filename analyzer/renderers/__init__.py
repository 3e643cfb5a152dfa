"""How to draw a study: each member turns a Study into files and knows no disk, clock or network."""

from analyzer.model.family import Renderer
from analyzer.renderers import (
    backlog,
    backstage_catalog,
    context_map,
    csv_tables,
    decision_records,
    dot_graph,
    excel_workbook,
    graph_exchange,
    html_page,
    json_document,
    markdown_summary,
    mermaid_diagram,
    migration_document,
    parquet_tables,
    pictures,
    plantuml_c4,
    sarif_log,
    structurizr_workspace,
)

RENDERERS: tuple[Renderer, ...] = (
    html_page.RENDERER,
    json_document.RENDERER,
    csv_tables.RENDERER,
    migration_document.RENDERER,
    backlog.RENDERER,
    decision_records.RENDERER,
    pictures.RENDERER,
    pictures.PNG_RENDERER,
    markdown_summary.RENDERER,
    mermaid_diagram.RENDERER,
    dot_graph.RENDERER,
    structurizr_workspace.RENDERER,
    plantuml_c4.RENDERER,
    context_map.RENDERER,
    backstage_catalog.RENDERER,
    graph_exchange.RENDERER,
    sarif_log.RENDERER,
    excel_workbook.RENDERER,
    parquet_tables.RENDERER,
)
"""Every renderer, the default ones first."""
