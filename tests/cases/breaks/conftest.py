"""The small monoliths are read by the tests, not run as tests."""

collect_ignore_glob = ["*"]
