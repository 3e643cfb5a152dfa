"""What the SQL dialect says about small pieces of code."""

from analyzer.model.page import Example

EXAMPLES = (
    Example(
        "Statements that are executed, with parameters and parts put in",
        '''\
def report(cursor, day):
    cursor.execute("""
        SELECT o.id, c.name FROM orders o
        JOIN customers c ON c.id = o.customer_id WHERE o.day = %s
    """, [day])
    cursor.execute(f"UPDATE stock SET reserved = 0 WHERE day < {day}")
    cursor.execute("insert into audit (day) select day from days where id = %(id)s", {"id": 1})
    for name in day:
        cursor.execute("DELETE FROM " + "carts WHERE name = ?", (name,))
''',
        (
            (
                "sql_use scope=report text='SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = "
                "o.customer_id WHERE o.day = %s' line=2 reads=orders,customers"
            ),
            "sql_use scope=report text='UPDATE stock SET reserved = 0 WHERE day < {}' line=6 writes=stock",
            (
                "sql_use scope=report text='insert into audit (day) select day from days where id = %(id)s' line=7 "
                "reads=days writes=audit"
            ),
            "sql_use scope=report text='DELETE FROM carts WHERE name = ?' line=9 writes=carts in_loop=True",
        ),
        "shop.reports",
    ),
    Example(
        "Statements kept in constants, common table expressions, created tables",
        '''\
TOP = """
    WITH best AS (SELECT product_id FROM lines GROUP BY product_id)
    SELECT * FROM best JOIN products p ON p.id = best.product_id
"""
MAKE = "CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, order_id INT REFERENCES orders (id))"
''',
        (
            (
                "sql_use scope=module text='WITH best AS (SELECT product_id FROM lines GROUP BY product_id) SELECT "
                "* FROM best JOIN products p ON p.id = best.product_id' line=1 reads=products,lines"
            ),
            (
                "sql_use scope=module text='CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, "
                "order_id INT REFERENCES orders (id))' line=5 writes=tags [id:integer primary_key unique] "
                "[name:string] [order_id:integer nullable references=orders]"
            ),
        ),
        "shop.queries",
    ),
    Example(
        "Statements put together in a variable, in the words of the driver that the file imports",
        """\
import pyodbc

def open_orders(cursor, table):
    query = "SELECT id " + "FROM orders" + " WHERE open = 1"
    cursor.execute(query)
    cursor.execute("SELECT TOP 5 [name] FROM [dbo].[items] WITH (NOLOCK)")
    name = "SELECT " + table
""",
        (
            "sql_use scope=open_orders text='SELECT TOP 5 [name] FROM [dbo].[items] WITH (NOLOCK)' line=6 reads=items",
            "sql_use scope=open_orders text='SELECT id FROM orders WHERE open = 1' line=4 reads=orders",
        ),
        "shop.stock",
    ),
    Example(
        "The catalogue of the database server belongs to nobody",
        """\
def size(cursor):
    cursor.execute("SELECT reltuples FROM pg_class JOIN orders ON relname = orders.name")
    cursor.execute("SELECT table_name FROM INFORMATION_SCHEMA.TABLES")
    cursor.execute("SELECT name FROM sqlite_master")
""",
        (
            (
                "sql_use scope=size text='SELECT reltuples FROM pg_class JOIN orders ON relname = orders.name' line=2 "
                "reads=orders"
            ),
        ),
        "shop.sizes",
    ),
    Example(
        "Sentences are no SQL",
        """\
HELP = "Select a product from the list to update it."
LABEL = "UPDATE available"

def choose(form):
    form.label("Delete from cart")
""",
        (),
        "shop.forms",
    ),
    Example(
        "Helpers that are given the table by name",
        """\
def register(pool, name):
    pool.simple_insert(table="users", values={"name": name})
    return pool.simple_select_one(table="users", keyvalues={"name": name})
""",
        (
            "sql_use scope=register text='simple_insert' line=2 writes=users",
            "sql_use scope=register text='simple_select_one' line=3 reads=users",
        ),
        "shop.users",
    ),
)
