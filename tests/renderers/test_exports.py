"""Each export is opened by a program that reads the format, for a plain study and for a hostile one."""

import io
import json
import shutil
import subprocess
import xml.etree.ElementTree as ET  # what we wrote ourselves a line before
from pathlib import Path

import networkx as nx
import openpyxl
import pandas as pd
import pytest
import yaml
from cml_parser import parse_file
from jsonschema import Draft4Validator
from PIL import Image
from sarif import loader
from studies.hostile import hostile_study
from studies.shop import shop_study

from analyzer.model.study import Study
from analyzer.model.tables import break_table, element_table, link_table, service_table
from analyzer.render import render

NODE = Path(__file__).parents[1] / "node"
STUDIES = {"plain": shop_study, "hostile": hostile_study}


@pytest.fixture(params=STUDIES)
def study(request: pytest.FixtureRequest) -> Study:
    return STUDIES[request.param]()


def files(study: Study, name: str) -> dict[str, str | bytes]:
    return {artifact.path: artifact.content for artifact in render(study, [name])}


def node(script: str, text: str) -> object:
    run = subprocess.run(
        ["node", "--input-type=module", "-e", script], input=text, capture_output=True, text=True, check=True, cwd=NODE
    )
    return json.loads(run.stdout)


def test_graphviz_draws_the_dot_file(study: Study) -> None:
    text = str(files(study, "dot")["services.dot"])
    drawn = subprocess.run(["dot", "-Tsvg"], input=text, capture_output=True, text=True, check=True).stdout
    svg = ET.fromstring(drawn.partition("<svg")[1] + drawn.partition("<svg")[2])  # noqa: S314 - drawn by Graphviz just now
    groups = [group.get("class") for group in svg.iter("{http://www.w3.org/2000/svg}g")]
    assert (groups.count("node"), groups.count("edge")) == (3, 3)


def test_networkx_reads_both_graph_files(study: Study) -> None:
    found = files(study, "graph")
    graphml = nx.read_graphml(io.BytesIO(str(found["modules.graphml"]).encode()))
    gexf = nx.read_gexf(io.BytesIO(str(found["modules.gexf"]).encode()))
    assert sorted(graphml.edges) == sorted(gexf.edges)
    assert (len(graphml), graphml.number_of_edges()) == (7, 9)
    assert graphml.nodes["shop/catalogue/prices.py"]["service"] == "catalogue"
    assert graphml.edges["shop/orders/views.py", "shop/catalogue/prices.py"]["calls"] == 2


def test_a_sarif_reader_finds_every_break(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "breaks.sarif"
    path.write_text(str(files(study, "sarif")["breaks.sarif"]), "utf-8")
    records = loader.load_sarif_file(str(path)).get_records()
    assert [(r["Code"], r["Severity"], r["Location"], r["Line"]) for r in records] == [
        (item.kind, "warning" if item.remedy.automation == "decision" else "note", "shop/orders/views.py", 14)
        if item.kind == "call" and item.occurrences[0].line == 14
        else (item.kind, "warning" if item.remedy.automation == "decision" else "note",
              item.occurrences[0].file, item.occurrences[0].line)
        for item in study.breaks
    ]  # fmt: skip


def test_the_schema_of_sarif_is_kept(study: Study) -> None:
    schema = NODE / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    validator = Draft4Validator(json.loads(schema.read_text("utf-8")))
    log = json.loads(str(files(study, "sarif")["breaks.sarif"]))
    assert [error.message for error in validator.iter_errors(log)] == []
    assert not validator.is_valid({**log, "version": "1"})


def test_excel_opens_the_workbook_and_runs_nothing(study: Study) -> None:
    book = openpyxl.load_workbook(io.BytesIO(bytes(files(study, "excel")["study.xlsx"])))  # type: ignore[arg-type]
    assert book.sheetnames == ["Services", "Breaks", "Elements", "Roadmap"]
    assert book["Elements"].max_row == 1 + len(element_table(study))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)


def test_parquet_holds_the_published_tables(study: Study) -> None:
    found = files(study, "parquet")
    tables = {"elements": element_table, "links": link_table, "services": service_table, "breaks": break_table}
    for name, table in tables.items():
        read = pd.read_parquet(io.BytesIO(bytes(found[f"{name}.parquet"])))  # type: ignore[arg-type]
        pd.testing.assert_frame_equal(read, table(study), check_dtype=False)


def test_backstage_accepts_the_entities(study: Study) -> None:
    script = """
        import { apiEntityV1alpha1Validator, componentEntityV1alpha1Validator, systemEntityV1alpha1Validator,
                 DefaultNamespaceEntityPolicy, FieldFormatEntityPolicy, SchemaValidEntityPolicy } from "@backstage/catalog-model";
        let text = ""; for await (const part of process.stdin) text += part;
        const validators = { API: apiEntityV1alpha1Validator, Component: componentEntityV1alpha1Validator, System: systemEntityV1alpha1Validator };
        const kinds = [];
        for (const entity of JSON.parse(text)) {
            for (const policy of [new SchemaValidEntityPolicy(), new DefaultNamespaceEntityPolicy(), new FieldFormatEntityPolicy()]) await policy.enforce(entity);
            if (entity.kind === "API") entity.spec.definition = "read from $text";  // Backstage replaces it when it loads the file
            kinds.push([entity.kind, await validators[entity.kind].check(entity)]);
        }
        console.log(JSON.stringify(kinds));
    """  # noqa: E501 - a script
    entities = list(yaml.safe_load_all(str(files(study, "backstage")["catalog-info.yaml"])))
    assert node(script, json.dumps(entities)) == [
        ["System", True], ["Component", True], ["Component", True], ["Component", True], ["API", True],
    ]  # fmt: skip


def test_pictures_are_pictures(study: Study) -> None:
    for path, content in files(study, "pictures").items():
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(str(content)).iter()}  # noqa: S314 - our own
        assert not tags & {"script", "foreignObject", "a", "image"}, path
    for content in files(study, "png").values():
        assert Image.open(io.BytesIO(bytes(content))).size == (2000, 1250)  # type: ignore[arg-type]


def test_context_mapper_reads_the_contexts_and_their_relations(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "services.cml"
    path.write_text(str(files(study, "cml")["services.cml"]), "utf-8")
    (found,) = parse_file(str(path)).context_maps
    assert len(found.contexts) == 3
    assert sorted(one.type for one in found.relationships) == ["Partnership", "Upstream-Downstream"]


def test_structurizr_reads_the_containers_and_their_relations(study: Study) -> None:
    script = """
        import structurizr from "structurizr-parser";
        const { StructurizrLexer, StructurizrParser, C4Interpreter } = structurizr;
        let text = ""; for await (const part of process.stdin) text += part;
        const { tokens, errors } = StructurizrLexer.tokenize(text);
        StructurizrParser.input = tokens;
        const tree = StructurizrParser.workspaceWrapper();
        const wrong = [...errors, ...StructurizrParser.errors].map((error) => error.message);
        const [system] = C4Interpreter.visit(tree).model.softwaresystems;
        const ties = system.containers.flatMap((one) => one.relationships.map(({ targetId }) => [one.id, targetId]));
        console.log(JSON.stringify({ wrong, containers: system.containers.map(({ id }) => id), ties }));
    """
    assert node(script, str(files(study, "structurizr")["workspace.dsl"])) == {
        "wrong": [],
        "containers": ["service0", "service1", "database1", "service2", "database2"],
        "ties": [
            ["service1", "database1"], ["service1", "service0"], ["service1", "service2"],
            ["service2", "database2"], ["service2", "service1"],
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["structurizr", "plantuml", "cml"])
def test_names_open_and_close_no_line_of_the_other_languages(study: Study, name: str) -> None:
    (text,) = files(study, name).values()
    quotes = [line.count('"') % 2 for line in str(text).splitlines()]
    assert set(quotes) == {0}
    assert len(str(text).splitlines()) == len(str(next(iter(files(shop_study(), name).values()))).splitlines())


def test_two_runs_write_the_same_bytes(study: Study) -> None:
    names = ["pictures", "png", "excel", "parquet", "graph", "sarif", "csv", "html"]
    assert render(study, names) == render(study, names)


@pytest.mark.slow
def test_plantuml_draws_the_containers(study: Study, tmp_path: Path) -> None:
    assert shutil.which("plantuml"), "PlantUML is missing; `bash .ci/system-packages` installs it"
    path = tmp_path / "services.puml"
    path.write_text(str(files(study, "plantuml")["services.puml"]), "utf-8")
    subprocess.run(["plantuml", "-failfast2", "-tsvg", str(path)], check=True, capture_output=True)
    drawn = "".join(ET.parse(tmp_path / "services.svg").getroot().itertext())  # noqa: S314 - drawn by PlantUML just now
    assert drawn.startswith("shop")
    assert drawn.count("database") == 2
    assert "yntax" not in drawn
