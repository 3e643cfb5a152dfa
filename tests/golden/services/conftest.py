"""The tests inside the golden service are output to compare, not tests of this project."""

collect_ignore = ["stock"]
