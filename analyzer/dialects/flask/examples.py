"""What the Flask dialect says about small pieces of code."""

from analyzer.model.page import Example

EXAMPLES = (
    Example(
        "Blueprints and an application factory",
        """\
from flask import Blueprint, Flask

shop = Blueprint("shop", __name__, url_prefix="/shop")

@shop.route("/orders/<int:order_id>", methods=["GET", "POST"])
def order(order_id): ...

@shop.get("/carts")
def carts(): ...

@shop.errorhandler(404)
def missing(error): ...

def create_app():
    app = Flask(__name__)
    app.register_blueprint(shop, url_prefix="/v1")
    app.add_url_rule("/health", view_func=health)
    app.before_request(load_cart)
    app.register_error_handler(500, broken)
    app.add_url_rule("/stock", "stock", view_func=Stock.as_view("stock"))
    return app
""",
        (
            (
                "route scope=module path='/orders/{order_id}' methods=GET,POST target=order line=5 "
                "router=Blueprint('shop', __name__, url_prefix='/shop')"
            ),
            (
                "route scope=module path='/carts' methods=GET target=carts line=8 router=Blueprint('shop', "
                "__name__, url_prefix='/shop')"
            ),
            "entry_point function=missing line=12 target=missing what='errorhandler'",
            (
                "mount scope=module prefix='/shop' child=Blueprint('shop', __name__, url_prefix='/shop') line=3 "
                "router=Blueprint('shop', __name__, url_prefix='/shop')"
            ),
            "mount scope=create_app prefix='/v1' child=shop line=16 router=Flask(__name__) replaces=True",
            "route scope=create_app path='/health' methods=GET target=health line=17 router=Flask(__name__)",
            "route scope=create_app path='/stock' target=Stock line=20 router=Flask(__name__)",
            "entry_point function=create_app line=18 target=load_cart what='before_request'",
            "entry_point function=create_app line=19 target=broken what='register_error_handler'",
        ),
        "shop.web",
    ),
    Example(
        "Resources and exposed methods",
        """\
from flask_restful import Resource
from flask_appbuilder import BaseView, expose

class Orders(Resource):
    def get(self): ...

api.add_resource(Orders, "/orders", "/orders/<id>")

class Charts(BaseView):
    route_base = "/charts"

    @expose("/list", methods=("GET",))
    def list(self): ...
""",
        (
            "route scope=Charts path='/list' methods=GET target=list line=12 router=Charts",
            "known_base flask_restful.Resource",
            "known_base flask_appbuilder.BaseView",
            "mount scope=module prefix='/charts' child=Charts line=9 router=Charts",
            "route scope=module path='/orders' target=Orders line=7 router=api",
            "route scope=module path='/orders/{id}' target=Orders line=7 router=api",
        ),
        "shop.api",
    ),
    Example(
        "Files of look-alike frameworks say nothing here",
        """\
from fastapi import APIRouter

router = APIRouter()

@router.get("/orders")
def orders(): ...
""",
        (),
        "shop.api",
    ),
)
