"""Places that decide by who is asking: decorators, permission classes, mixins, looks at the user."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, PermissionFact
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
CLASS_ATTRIBUTES = frozenset({"permission_classes", "permission_required", "permission", "authentication_classes"})


def read(page: Page) -> Iterator[FrameworkFact]:
    """Each guard with what it asks for."""
    for decoration in page.decorations_of([name for name in page.decorated if GUARD.match(name)]):
        yield PermissionFact(page.body(decoration.function.node), page.shown(decoration.node), decoration.node.lineno)
    for spot in page.classes:
        yield from _class(page, spot.node)
    for call in page.calls_of(QUESTIONS):
        if receiver(call.node) is not None:
            asked = text(argument(call.node, 0, "perm"))
            yield PermissionFact(call.scope, f"{last_name(call.node.func)} {asked}".strip(), call.node.lineno)


def _class(page: Page, node: ast.ClassDef) -> Iterator[PermissionFact]:
    scope = page.body(node)
    for decorator in node.decorator_list:
        if GUARD.match(called_name(decorator)):
            yield PermissionFact(scope, page.shown(decorator), decorator.lineno)
    for base in node.bases:
        if MIXINS.search(last_name(base)):
            yield PermissionFact(scope, last_name(base), node.lineno)
    for name, value, _ in class_assignments(node):
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
            "permission scope=orders what='has_perm orders.view_order' line=3",
        ),
        "shop.views",
    ),
)

PERMISSIONS = Dialect("permissions", (), read, EXAMPLES)
