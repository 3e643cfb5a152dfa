import pytest

from analyzer.dialects.sql.statements import Statement, looks_like_sql, understand


@pytest.mark.parametrize(
    ("written", "reads", "writes"),
    [
        ("SELECT * FROM orders", ("orders",), ()),
        ("SELECT * FROM sales.orders o, public.lines l", ("sales.orders", "lines"), ()),
        ("SELECT a FROM t WHERE b IN (SELECT b FROM u)", ("t", "u"), ()),
        ("INSERT INTO t (a) VALUES (%s) ON CONFLICT (a) DO UPDATE SET a = EXCLUDED.a", (), ("t",)),
        ("INSERT OR IGNORE INTO t (a) SELECT a FROM u", ("u",), ("t",)),
        ("REPLACE INTO t (a) VALUES (?)", (), ("t",)),
        ("UPDATE t SET a = u.a FROM u WHERE u.id = t.id", ("u",), ("t",)),
        ("DELETE FROM t WHERE a = %(a)s", (), ("t",)),
        ("WITH x AS (SELECT * FROM t) DELETE FROM u WHERE id IN (SELECT id FROM x)", ("t",), ("u",)),
        ("SELECT * FROM {} JOIN t ON t.id = {}", ("t",), ()),
        ("SELECT 1 FROM t; DELETE FROM u", ("t",), ("u",)),
        ("TRUNCATE TABLE t", (), ("t",)),
        ("ALTER TABLE t ADD COLUMN a INT", (), ("t",)),
        ("SELECT `a` FROM `t` LIMIT 5, 10", ("t",), ()),
    ],
)
def test_tables_are_told_apart_by_what_is_done_to_them(
    written: str, reads: tuple[str, ...], writes: tuple[str, ...]
) -> None:
    assert understand(written) == Statement(reads, writes)


@pytest.mark.parametrize(
    "written",
    [
        "SELECT " + "(" * 5000 + "1" + ")" * 5000 + " FROM t",
        "SELECT " + "case when a then " * 3000 + "1 FROM t",
        "SELECT '" + "a" * 30_000 + " FROM t",
        "SELECT FROM WHERE FROM",
        "SELECT \x00 FROM \ud800",
        "SELECT " + "NOT " * 4000 + "a FROM t",
        "SELECT " + "- " * 4000 + "a FROM t",
    ],
)
def test_hostile_texts_end_in_words(written: str) -> None:
    assert isinstance(understand(written), str | Statement)


def test_sentences_are_no_sql() -> None:
    assert not looks_like_sql("Select a product from the list", executed=False)
    assert not looks_like_sql("Update available", executed=True)
    assert looks_like_sql("select a from b where c", executed=True)
    assert looks_like_sql("\n  SELECT a\n  FROM b", executed=False)


@pytest.mark.parametrize(
    ("written", "reads", "writes"),
    [
        ("SELECT count(*) FROM devices WHERE hidden = 'from x' AND", ("devices",), ()),
        ("UPDATE ticket SET {} WHERE", (), ("ticket",)),
        ("WITH x AS (SELECT {} FROM {}) SELECT a FROM x JOIN t ON {} {} {}", ("t",), ()),
        ("INSERT INTO t ({}) SELECT a FROM {} WHERE {} {}", (), ("t",)),
    ],
)
def test_pieces_and_templates_are_read_by_their_words(
    written: str, reads: tuple[str, ...], writes: tuple[str, ...]
) -> None:
    assert understand(written) == Statement(reads, writes)


def test_a_template_without_a_table_is_not_understood() -> None:
    assert isinstance(understand("SELECT {} FROM {} {} {}"), str)
