"""How to draw a study: each member turns a Study into files and knows no disk, clock or network."""

from analyzer.model.family import Renderer
from analyzer.renderers import csv_tables, json_document

RENDERERS: tuple[Renderer, ...] = (
    json_document.RENDERER,
    csv_tables.RENDERER,
)
