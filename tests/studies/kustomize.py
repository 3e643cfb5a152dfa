"""Builds the kustomize overlays that we write, without kustomize: the few of its features that they use, no others."""

from pathlib import Path
from typing import Any

import yaml

Manifest = dict[str, Any]
_KNOWN = {"apiVersion", "kind", "resources", "images", "patches"}


def build(folder: Path) -> list[Manifest]:
    """The manifests of a folder with a ``kustomization.yaml``, in the order of its resources.

    Raises ``ValueError`` for anything this does not know, so that nothing is taken for checked that is not.
    """
    said = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))
    if said["kind"] != "Kustomization" or said.keys() - _KNOWN:
        raise ValueError(f"{folder}: not known here: {sorted(said.keys() - _KNOWN)}")
    found: list[Manifest] = []
    for name in said["resources"]:
        path = folder / name
        found += build(path) if path.is_dir() else list(yaml.safe_load_all(path.read_text("utf-8")))
    _distinct(found, folder)
    for image in said.get("images", ()):
        _retag(found, image, folder)
    for patch in said.get("patches", ()):
        _patch(found, patch, folder)
    return found


def _distinct(manifests: list[Manifest], folder: Path) -> None:
    names = [(one["kind"], one["metadata"]["name"]) for one in manifests]
    if len(set(names)) < len(names):
        raise ValueError(f"{folder}: two resources of one name")


def _retag(manifests: list[Manifest], image: Manifest, folder: Path) -> None:
    pods = [one["spec"]["template"]["spec"] for one in manifests if one["kind"] == "Deployment"]
    containers = [container for pod in pods for container in pod["containers"]]
    meant = [one for one in containers if one["image"].partition(":")[0] == image["name"]]
    if not meant or image.keys() != {"name", "newTag"}:
        raise ValueError(f"{folder}: image {image} is nobody's")
    for container in meant:
        container["image"] = f"{image['name']}:{image['newTag']}"


def _patch(manifests: list[Manifest], patch: Manifest, folder: Path) -> None:
    target = patch["target"]
    meant = [one for one in manifests if (one["kind"], one["metadata"]["name"]) == (target["kind"], target["name"])]
    if len(meant) != 1 or patch.keys() != {"target", "patch"}:
        raise ValueError(f"{folder}: patch of {target} is nobody's")
    for change in yaml.safe_load(patch["patch"]):
        *way, last = change["path"].strip("/").split("/")
        holder = meant[0]
        for step in way:
            holder = holder[step]
        if change["op"] != "replace" or last not in holder:
            raise ValueError(f"{folder}: cannot {change['op']} {change['path']}")
        holder[last] = change["value"]
