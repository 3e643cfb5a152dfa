"""Agreement of the proposed boundaries with reference decompositions, beside baselines, in one go.

    python benchmarks/evaluate.py [--corpus DIR] [--truth DIR] [--quick]

DIR of --corpus holds <case>/<folder>; what is missing there is downloaded by name with pip. --truth holds one
<case>.csv (module,label) a case; it is looked for beside the checkout, in shared/boundary-truth. Needs igraph for
Leiden and infomap for Infomap; without them their columns are "-".
"""

import argparse
import time
from pathlib import Path

import ablation
import baselines
import cases
from figures import Row, leave_one_out, table

from analyzer.metrics.agreement import agree
from analyzer.settings import Settings

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Print all tables as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "benchmarks" / ".references")
    parser.add_argument("--truth", type=Path, default=ROOT.parent / "shared" / "boundary-truth")
    parser.add_argument("--quick", action="store_true", help="only the main table")
    options = parser.parse_args()
    if not options.truth.is_dir():
        parser.error(f"no reference decompositions in {options.truth}: name their folder with --truth")
    loaded = [cases.load(case, options.corpus, options.truth) for case in cases.CASES]
    print("## Agreement, main measure (AMI / MoJoFM)\n")
    rows = []
    for case in loaded:
        started = time.perf_counter()
        proposed = cases.propose(case, Settings())
        seconds = time.perf_counter() - started
        found = agree(proposed, case.truth)
        rivals = baselines.scores(case)
        main_score = cases.measure(case, proposed)
        rows.append(Row(case.name, {"proposed": main_score, **rivals}, found.ami, found.mojofm, seconds))
    print(table(rows))
    worse = [row.case for row in rows if (row.scores["proposed"] or 0.0) < (row.scores["louvain"] or 0.0)]
    print(f"\nWorse than networkx Louvain: {', '.join(worse) or 'nowhere'}.")
    if options.quick:
        return
    print("\n## Chosen on four, reported on the fifth\n")
    print(leave_one_out(loaded, ablation.grid(), cases.measure_settings))
    print("\n## Without one kind of evidence, and disturbed\n")
    print(ablation.report(loaded))
    print("\n## Seconds of CPU on a made-up graph\n")
    print(ablation.timing())


if __name__ == "__main__":
    main()
