"""Flask, FastAPI and Starlette over several files: routes with the prefixes of all they hang on, hooks, later work."""

from analyzer.connect import connect
from analyzer.model.graph import Graph
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

FLASK = {
    "shop/orders.py": """\
from flask import Blueprint
from flask.views import MethodView
from shop.extensions import login

orders = Blueprint("orders", __name__, url_prefix="/orders")
lines = Blueprint("lines", __name__, url_prefix="/lines")
orders.register_blueprint(lines)

@lines.get("/<int:key>")
def line(key): ...

@orders.route("/", methods=["GET", "POST"])
def listed(): ...

@orders.errorhandler(404)
def missing(error): ...

@login.user_loader
def load(key): ...

class Cart(MethodView):
    def get(self): ...

class NoView:
    def get(self, key): ...

found = NoView().get("/not/a/route")
""",
    "shop/extensions.py": "from flask_login import LoginManager\n\nlogin = LoginManager()\n",
    "shop/app.py": """\
from flask import Flask
from shop.extensions import login
from shop.orders import Cart, orders

def create_app():
    app = Flask(__name__)
    login.init_app(app)
    plug(app)
    app.before_request(prepare)
    app.register_error_handler(500, broken)
    return app

def plug(app):
    app.register_blueprint(orders, url_prefix="/v1")
    app.add_url_rule("/cart", view_func=Cart.as_view("cart"))

def prepare(): ...

def broken(error): ...
""",
}
FASTAPI = {
    "api/main.py": """\
from fastapi import BackgroundTasks, Depends, FastAPI
from api import owners
from api.shared import Pager, current, log

app = FastAPI()
app.include_router(owners.router, prefix="/v1")

@app.post("/pets")
def pet(tasks: BackgroundTasks, who=Depends(current), pager: Pager = Depends()):
    tasks.add_task(log, "pet")
    return pager.clip(who.name())

@app.exception_handler(ValueError)
def bad(request, error): ...
""",
    "api/owners.py": """\
from fastapi import APIRouter
from api.pets import router as pets

router = APIRouter(prefix="/owners")
router.include_router(pets, prefix="/{owner}/pets")

@router.put("/{key}")
def change(key: int): ...
""",
    "api/pets.py": """\
from fastapi import APIRouter

router = APIRouter()

def plain(): ...

router.add_api_route("/plain", plain, methods=["PATCH"])
""",
    "api/shared.py": """\
class User:
    def name(self): ...

class Pager:
    def clip(self, text): ...

def current() -> User: ...

def log(text): ...
""",
    "api/old.py": """\
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.routing import Mount, Route
from api.shared import log

async def about(request):
    return BackgroundTask(log)

app = Starlette(routes=[Route("/about", about), Mount("/in", routes=[Route("/deep", about, methods=["POST"])])])
""",
}


def graph_of(files: dict[str, str]) -> Graph:
    facts = [
        read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()) for path, code in files.items()
    ]
    return connect(facts, resolve(facts))


def routes(graph: Graph) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.path, one.methods, one.element.partition("::")[2]) for one in graph.routes]


def linked(graph: Graph, kind: str, source: str) -> list[str]:
    links = graph.links[(graph.links["kind"] == kind) & (graph.links["source"] == source)]
    return sorted(set(links["target"]))


def test_blueprints_in_blueprints_have_all_prefixes() -> None:
    assert routes(graph_of(FLASK)) == [
        ("/cart", (), "Cart"),
        ("/v1/", ("GET", "POST"), "listed"),
        ("/v1/lines/{key}", ("GET",), "line"),
    ]


def test_hooks_by_decorator_and_by_call_are_entries() -> None:
    assert [(one.element.partition("::")[2], one.what) for one in graph_of(FLASK).entries] == [
        ("broken", "register_error_handler"),
        ("prepare", "before_request"),
        ("load", "user_loader"),
        ("missing", "errorhandler"),
    ]


def test_routers_and_mounts_have_all_prefixes() -> None:
    assert routes(graph_of(FASTAPI)) == [
        ("/about", (), "about"),
        ("/in/deep", ("POST",), "about"),
        ("/pets", ("POST",), "pet"),
        ("/v1/owners/{key}", ("PUT",), "change"),
        ("/v1/owners/{owner}/pets/plain", ("PATCH",), "plain"),
    ]


def test_dependencies_give_what_they_return_and_later_work_is_sent() -> None:
    graph = graph_of(FASTAPI)
    assert linked(graph, "call", "api/main.py::pet") == [
        "api/shared.py::Pager",
        "api/shared.py::Pager.clip",
        "api/shared.py::User.name",
        "api/shared.py::current",
    ]
    assert linked(graph, "task", "api/main.py::pet") == ["api/shared.py::log"]
    assert linked(graph, "task", "api/old.py::about") == ["api/shared.py::log"]
    assert [(one.element, one.what) for one in graph.entries if one.label == "fastapi"] == [
        ("api/main.py::bad", "exception_handler")
    ]
