"""Places that decide by who is asking: decorators, permission classes, mixins, looks at the user."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import AskerFact, FrameworkFact, PermissionFact
from analyzer.model.knowledge import KnownBase
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.syntax import argument, called_name, class_assignments, items, last_name, receiver, text

GUARD = re.compile(
    r"^(?:\w+_)?(?:login|permissions?|roles?|auth|staff|superuser|admin|token|scopes?|access|user)_?(?:\w+_)?required$|"
    r"^requires?_(?:\w+_)?(?:login|permissions?|roles?|auth\w*|access|scopes?|admin|user)(?:_\w+)?$|"
    r"^(?:user_passes_test|staff_member_required|permission_classes|has_access|has_access_api|protect|authenticated|"
    r"authorize|check_access|jwt_required)$"
)
"""Names of decorators that guard a view in Django, Flask-Login, Flask-AppBuilder, JWT libraries and projects' own."""

MIXINS = re.compile(r"(?:Login|Permission|UserPassesTest|Staff|Superuser|Access|Auth\w*)(?:Required|Test)?Mixin$")
QUESTIONS = frozenset({"has_perm", "has_perms", "has_module_perms", "has_permission", "has_object_permission"})
LOOKS = frozenset({"is_authenticated", "is_anonymous", "is_staff", "is_superuser"})
"""What a user of Django or Flask-Login is asked; on anything that is called a user they say who is there."""

DECIDES = re.compile(r"^(?:is|can|may|has)_[a-z]|^role$|^roles$|^groups$|^user_permissions$|^scopes?$")
"""What else is asked of somebody who is surely the one who asks."""

WORDS = ("request.user", "current_user", "info.context.user", "g.user", *sorted(LOOKS))
"""Files without any of these are not looked through."""

CALLED_USER = frozenset({"user", "account", "me", "person", "principal", "identity", "usr", "u"})
HOLDERS = frozenset({"request", "req", "g", "context"})
PEOPLE = (
    "flask_login.UserMixin", "flask_login.mixins.UserMixin", "flask_security.UserMixin", "flask_user.UserMixin",
    "fastapi_users.db.SQLAlchemyBaseUserTable", "fastapi_users_db_sqlalchemy.SQLAlchemyBaseUserTable",
    "fastapi_users_db_sqlalchemy.SQLAlchemyBaseUserTableUUID",
)  # fmt: skip
CLASS_ATTRIBUTES = frozenset({"permission_classes", "permission_required", "permission", "authentication_classes"})


def read(page: Page) -> Iterator[FrameworkFact]:
    """Each guard with what it asks for, and each look at whoever asks."""
    for base in PEOPLE:
        if base in page.origins or base in page.bases:
            yield KnownBase(base, "people", asks=True)
    for decoration in page.decorations_of([name for name in page.decorated if GUARD.match(name)]):
        yield PermissionFact(page.body(decoration.function.node), page.shown(decoration.node), decoration.node.lineno)
    declares = "permission" in page.text or "authentication" in page.text
    for spot in page.classes:
        yield from _class(page, spot.node, declares=declares)
    for call in page.calls_of(QUESTIONS):
        if receiver(call.node) is not None:
            asked = text(argument(call.node, 0, "perm"))
            holder = page.expression(receiver(call.node))
            yield PermissionFact(call.scope, f"{last_name(call.node.func)} {asked}".strip(), call.node.lineno, holder)
    looked_at = {node.attr for node in page.attributes}
    looks = "current_user" in page.aliases or "user" in looked_at or not looked_at.isdisjoint(LOOKS)
    if looks and any(word in page.text for word in WORDS):
        yield from _looks(page)


def _looks(page: Page) -> Iterator[FrameworkFact]:
    """``request.user``, ``current_user``, and what is asked of them."""
    found = page.indexes if "current_user" in page.aliases else ()
    names = [node for node in found if isinstance(node, ast.Name)]
    nodes = [node for node in (*names, *page.attributes) if is_asker(page, node) or _decides(page, node)]
    for node in sorted(nodes, key=lambda one: (one.lineno, one.col_offset, one.end_col_offset or 0)):
        if is_asker(page, node):
            yield AskerFact(page.expression(node), node.lineno)
        if isinstance(node, ast.Attribute) and node.attr not in QUESTIONS and _decides(page, node):
            what = f"{last_name(node.value)}.{node.attr}"
            yield PermissionFact(page.scope_of(node), what, node.lineno, page.expression(node.value))


def is_asker(page: Page, node: ast.expr) -> bool:
    """Whether an expression is the one who asks, by the names that web frameworks use."""
    if isinstance(node, ast.Name):
        return node.id == "current_user" and node.id in page.aliases
    return isinstance(node, ast.Attribute) and node.attr == "user" and last_name(node.value) in HOLDERS


def _decides(page: Page, node: ast.expr) -> bool:
    if not isinstance(node, ast.Attribute):
        return False
    if is_asker(page, node.value):
        return node.attr in LOOKS or DECIDES.match(node.attr) is not None
    return node.attr in LOOKS and last_name(node.value).removeprefix("current_") in CALLED_USER


def _class(page: Page, node: ast.ClassDef, *, declares: bool) -> Iterator[PermissionFact]:
    scope = page.body(node)
    for decorator in node.decorator_list:
        if GUARD.match(called_name(decorator)):
            yield PermissionFact(scope, page.shown(decorator), decorator.lineno)
    for base in node.bases:
        if MIXINS.search(last_name(base)):
            yield PermissionFact(scope, last_name(base), node.lineno)
    for name, value, _ in class_assignments(node) if declares else ():
        if name in CLASS_ATTRIBUTES and (items(value) or text(value)):
            yield PermissionFact(scope, f"{name} = {page.shown(value)}", value.lineno)


EXAMPLES = (
    Example(
        "Decorators, mixins, permission classes, questions",
        """\
@login_required
def orders(request):
    if request.user.has_perm("orders.view_order"):
        return []

@permission_required("orders.pay")
def pay(request): ...

class Orders(LoginRequiredMixin, ListView):
    permission_required = "orders.view_order"

class OrderViewSet(ModelViewSet):
    permission_classes = [IsAuthenticated, IsOwner]

@requires_csrf_token
def other(request): ...
""",
        (
            "permission scope=orders what='login_required' line=1",
            "permission scope=pay what='permission_required(\"orders.pay\")' line=6",
            "permission scope=Orders what='LoginRequiredMixin' line=9",
            "permission scope=Orders what='permission_required = \"orders.view_order\"' line=10",
            "permission scope=OrderViewSet what='permission_classes = [IsAuthenticated, IsOwner]' line=13",
            "permission scope=orders what='has_perm orders.view_order' line=3 target=request.user",
            "asker value=request.user line=3",
        ),
        "shop.views",
    ),
    Example(
        "Looks at whoever asks",
        """\
from flask_login import UserMixin, current_user
from shop.database import Base

class User(UserMixin, Base): ...

def price(request, user, order):
    if user.is_authenticated and order.is_staff:
        return request.user.may_refund()
    return current_user.can_pay and current_user.name
""",
        (
            "known_base flask_login.UserMixin",
            "permission scope=price what='user.is_authenticated' line=7 target=user",
            "asker value=request.user line=8",
            "permission scope=price what='user.may_refund' line=8 target=request.user",
            "asker value=current_user line=9",
            "permission scope=price what='current_user.can_pay' line=9 target=current_user",
            "asker value=current_user line=9",
        ),
        "shop.people",
    ),
)

PERMISSIONS = Dialect("permissions", (), read, EXAMPLES)
