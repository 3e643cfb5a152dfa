"""The study of the sample monolith, analysed once for all tests and all their processes."""

import fcntl
from pathlib import Path

from analyzer.model.study import Study, decode, encode
from analyzer.pipeline import analyze

SAMPLE = Path(__file__).parents[2] / "sample_monolith"


def sample_study(shared: Path) -> Study:
    """``shared`` is a folder that all processes of one test run see; whoever comes first does the work."""
    kept = shared / "sample-study.json"
    with (shared / "sample-study.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(encode(analyze(SAMPLE)))
    return decode(kept.read_bytes())
