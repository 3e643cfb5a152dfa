"""Source distributions, fetched by name and unpacked, without a line of them being run.

``pip download`` asks a package's own build program for its metadata. Here pip only finds and fetches the file.
"""

import hashlib
import re
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

from pip._internal.commands import create_command
from pip._internal.models.candidate import InstallationCandidate
from pip._internal.network.download import Downloader

_ENDINGS = (".tar.gz", ".tar.bz2", ".tar.xz", ".tgz", ".zip")


class UnavailableError(Exception):
    """The package, the version or its source distribution is not to be had."""


def fetch(specification: str, home: Path) -> Path:
    """The archive of ``name==version``, from the folder ``home`` or, by pip's configuration, from where pip looks."""
    return _kept(specification, home) or _download(specification, home)


def unpack(archive: Path, folder: Path) -> Path:
    """The folder with the archive's files; links and names that lead out of it are left out."""
    if not folder.exists():
        aside = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(aside, ignore_errors=True)
        if archive.suffix == ".zip":
            with zipfile.ZipFile(archive) as packed:
                packed.extractall(aside)  # noqa: S202 - zipfile itself keeps names inside
        else:
            with tarfile.open(archive) as packed:
                packed.extractall(aside, filter=_only_inside)  # noqa: S202 - see below
        aside.rename(folder)
    return folder


def _only_inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def _kept(specification: str, home: Path) -> Path | None:
    wanted = _plain(specification.replace("==", "-"))
    return next((path for path in sorted(home.glob("*")) if _plain(_without_ending(path.name)) == wanted), None)


def _without_ending(name: str) -> str:
    return next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)), "")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _download(specification: str, home: Path) -> Path:
    name, _, version = specification.partition("==")
    command = create_command("download")
    options, _ = command.parse_args(["--quiet", "--ignore-requires-python"])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session, ignore_requires_python=True)  # noqa: SLF001 - no public way
        found = [
            one for one in finder.find_all_candidates(name) if str(one.version) == version and not one.link.is_wheel
        ]
        if not found:
            raise UnavailableError(f"There is no source distribution of {specification}.")
        return _verified(found[0], home, Downloader(session, "off"))


def _verified(found: InstallationCandidate, home: Path, download: Downloader) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path, _ = download(found.link, str(home))
    if found.link.hash_name == "sha256" and found.link.hash:
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        if digest != found.link.hash:
            Path(path).unlink()
            raise UnavailableError(f"{found.link.filename} is not the file that was announced.")
    return Path(path)


if __name__ == "__main__":
    for wanted in sys.argv[2:]:
        print(fetch(wanted, Path(sys.argv[1])))
