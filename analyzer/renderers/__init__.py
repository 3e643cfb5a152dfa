"""How to draw a study: each member turns a Study into files and knows no disk, clock or network."""

from analyzer.model.family import Renderer
from analyzer.renderers import csv_tables, html_page, json_document

RENDERERS: tuple[Renderer, ...] = (
    html_page.RENDERER,
    json_document.RENDERER,
    csv_tables.RENDERER,
)
