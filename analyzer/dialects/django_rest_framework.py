"""Django REST framework: serializers, view sets and their actions, routers, function views."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, MountFact, RouteFact
from analyzer.model.knowledge import Handed, KnownBase, Member
from analyzer.model.page import Dialect, Example, Page, Spot
from analyzer.model.storage import Access, TableUse
from analyzer.model.syntax import (
    argument,
    called_name,
    class_values,
    inner_class,
    is_true,
    keyword,
    last_name,
    receiver,
    text,
    texts,
)
from analyzer.model.url_patterns import from_regex

LABEL = "django_rest_framework"
STANDARD: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("list", "", ("GET",)),
    ("create", "", ("POST",)),
    ("retrieve", "{pk}/", ("GET",)),
    ("update", "{pk}/", ("PUT",)),
    ("partial_update", "{pk}/", ("PATCH",)),
    ("destroy", "{pk}/", ("DELETE",)),
)
"""What a router makes of a view set's methods."""

VERBS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})
_VIEW_HOOKS = (
    "get", "post", "put", "patch", "delete", "list", "create", "retrieve", "update", "partial_update", "destroy",
    "get_queryset", "get_object", "get_serializer_class", "get_serializer_context", "get_permissions",
    "perform_create", "perform_update", "perform_destroy", "initial", "finalize_response", "filter_queryset",
)  # fmt: skip
_SERIALIZER_HOOKS = ("create", "update", "validate", "to_representation", "to_internal_value", "save", "get_fields")

_VIEW_MEMBERS = (
    Member("get_object", "of_rows", "get"),
    Member("get_queryset", "of_rows", "all"),
    Member("get_serializer", "made", "serializer_class"),
)
_VIEW_HANDS = (
    Handed("perform_create", 1, "made", "serializer_class"),
    Handed("perform_update", 1, "made", "serializer_class"),
    Handed("perform_destroy", 1, "row"),
    Handed("filter_queryset", 1, "rows"),
)
_SERIALIZER_HANDS = (Handed("update", 1, "row"), Handed("to_representation", 1, "row"), Handed("get_*", 1, "row"))
"""``get_total(self, order)`` answers a ``SerializerMethodField``."""

_ACTIONS = {
    "viewsets.ModelViewSet": tuple(name for name, _, _ in STANDARD),
    "viewsets.ReadOnlyModelViewSet": ("list", "retrieve"),
    "mixins.CreateModelMixin": ("create",),
    "mixins.ListModelMixin": ("list",),
    "mixins.RetrieveModelMixin": ("retrieve",),
    "mixins.UpdateModelMixin": ("update", "partial_update"),
    "mixins.DestroyModelMixin": ("destroy",),
}
"""Which of the router's actions a base brings."""

BASES = {
    base.base: base
    for base in (
        *(
            KnownBase(
                f"rest_framework.{name}",
                LABEL,
                members=_VIEW_MEMBERS,
                hooks=_VIEW_HOOKS,
                shows=("queryset", "get_queryset", "serializer_class.Meta.model"),
                hands=_VIEW_HANDS,
                answers=_ACTIONS.get(name, ()),
                flavour="view",
            )
            for name in (
                *_ACTIONS, "views.APIView", "viewsets.ViewSet", "viewsets.GenericViewSet",
                "generics.GenericAPIView", "generics.ListAPIView",
                "generics.CreateAPIView", "generics.RetrieveAPIView", "generics.UpdateAPIView",
                "generics.DestroyAPIView", "generics.ListCreateAPIView", "generics.RetrieveUpdateAPIView",
                "generics.RetrieveDestroyAPIView", "generics.RetrieveUpdateDestroyAPIView",
            )
        ),
        *(
            KnownBase(
                f"rest_framework.serializers.{name}",
                LABEL,
                members=(Member("instance", "row"), Member("save", "of_rows", "create")) if "Model" in name else (),
                hooks=_SERIALIZER_HOOKS,
                shows=("Meta.model",),
                hands=_SERIALIZER_HANDS if "Model" in name else (),
                flavour="serializer",
            )
            for name in ("Serializer", "ModelSerializer", "HyperlinkedModelSerializer", "BaseSerializer")
        ),
        *(
            KnownBase(f"rest_framework.{name}", LABEL, hooks=("has_permission", "has_object_permission"))
            for name in ("permissions.BasePermission", "permissions.IsAuthenticated")
        ),
        KnownBase("rest_framework.authentication.BaseAuthentication", LABEL, hooks=("authenticate",)),
    )
}  # fmt: skip


def read(page: Page) -> Iterator[FrameworkFact]:
    """View sets and serializers with their tables, what routers publish, function views."""
    if not page.imports_from("rest_framework") and "ViewSet" not in page.text and "erializer" not in page.text:
        return
    yield from (BASES[name] for name in sorted(page.bases.intersection(BASES)))
    for spot in page.classes:
        yield from _tables(page, spot.node)
        yield from _actions(page, spot)
    for call in page.calls_of(("register",)):
        yield from _registered(page, call)


def _tables(page: Page, node: ast.ClassDef) -> Iterator[FrameworkFact]:
    """``Meta.model`` of a serializer, ``queryset`` of a view set or filter."""
    bases = " ".join(last_name(base) for base in node.bases)
    scope = page.body(node)
    meta = inner_class(node, "Meta")
    model = class_values(meta).get("model") if meta is not None else None
    if "Serializer" in bases and model is not None and not text(model):
        yield TableUse(scope, page.expression(model), "write", "serializer", model.lineno)
    shown = class_values(node).get("queryset")
    if shown is not None and ("ViewSet" in bases or "View" in bases):
        reads_only = any(word in bases for word in ("ReadOnly", "List", "Retrieve")) and "Create" not in bases
        access: Access = "read" if reads_only else "write"
        yield TableUse(scope, page.expression(shown), access, "view", shown.lineno)


def _actions(page: Page, spot: Spot[ast.ClassDef]) -> Iterator[FrameworkFact]:
    """``@action(detail=True)`` methods: routes below the path under which the view set is registered."""
    router = page.expression(spot.node)
    for method in spot.node.body:
        if not isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for decorator in method.decorator_list:
            if not isinstance(decorator, ast.Call):
                continue
            name = called_name(decorator)
            if name in {"action", "detail_route", "list_route"}:
                yield _action(page, method, decorator, router)


def _action(page: Page, method: ast.FunctionDef | ast.AsyncFunctionDef, decorator: ast.Call, router: int) -> RouteFact:
    detail = is_true(argument(decorator, 1, "detail")) or called_name(decorator) == "detail_route"
    path = from_regex(text(keyword(decorator, "url_path"))) or method.name
    methods = tuple(sorted(verb.upper() for verb in texts(argument(decorator, 0, "methods"))))
    return RouteFact(
        page.scopes[page.body(method)].parent,
        f"{'{pk}/' if detail else ''}{path}/",
        methods or ("GET",),
        page.expression(method),
        LABEL,
        method.lineno,
        name=text(keyword(decorator, "url_name")) or method.name,
        router=router,
        authentication=page.shown(keyword(decorator, "permission_classes")),
    )


def _registered(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    """``router.register("orders", OrderViewSet)``."""
    call, holder = spot.node, receiver(spot.node)
    view = argument(call, 1, "viewset")
    if holder is None or view is None or not _is_router(page, holder):
        return
    prefix = from_regex(text(argument(call, 0, "prefix")))
    path = f"{prefix}/" if prefix else ""
    router, target = page.expression(holder), page.expression(view)
    name = text(argument(call, 2, "basename"))
    yield RouteFact(spot.scope, path, (), target, LABEL, call.lineno, name=name, router=router, actions=STANDARD)
    yield MountFact(spot.scope, path, target, LABEL, call.lineno, router=router)


def _is_router(page: Page, node: ast.expr) -> bool:
    """Whether a name speaks of a router, or is made by one's class in this file."""
    name = last_name(node)
    return "router" in name.lower() or any(
        isinstance(spot.node.value, ast.Call) and called_name(spot.node.value).endswith("Router")
        for spot, target in page.assignments_to(ast.Name)
        if target.id == name
    )


EXAMPLES = (
    Example(
        "Serializers, view sets and a router",
        """\
from rest_framework import mixins, permissions, routers, serializers, viewsets
from rest_framework.decorators import action
from shop.orders.models import Order

class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "total"]

class OrderViewSet(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    permission_classes = [permissions.IsAuthenticated]

    @action(detail=True, methods=["post"], url_path="pay-now")
    def pay(self, request, pk=None): ...

class LineViewSet(mixins.ListModelMixin, viewsets.GenericViewSet): ...

router = routers.DefaultRouter()
router.register("orders", OrderViewSet)
""",
        (
            "known_base rest_framework.mixins.ListModelMixin",
            "known_base rest_framework.serializers.ModelSerializer",
            "known_base rest_framework.viewsets.GenericViewSet",
            "known_base rest_framework.viewsets.ModelViewSet",
            "table_use scope=OrderSerializer value=Order access='write' how='serializer' line=7",
            "table_use scope=OrderViewSet value=Order.objects.all() access='write' how='view' line=11",
            (
                "route scope=OrderViewSet path='{pk}/pay-now/' methods=POST target=pay line=15 name='pay' "
                "router=OrderViewSet"
            ),
            (
                "route scope=module path='orders/' target=OrderViewSet line=20 router=routers.DefaultRouter() "
                "actions=(('list', '', ('GET',)), ('create', '', ('POST',)), ('retrieve', '{pk}/', ('GET',)), "
                "('update', '{pk}/', ('PUT',)), ('partial_update', '{pk}/', ('PATCH',)), ('destroy', '{pk}/', "
                "('DELETE',)))"
            ),
            "mount scope=module prefix='orders/' child=OrderViewSet line=20 router=routers.DefaultRouter()",
        ),
        "shop.orders.api",
    ),
    Example(
        "A registry that is no router",
        """\
from rest_framework import views

plugins.register("orders", OrderPlugin)
""",
        (),
        "shop.plugins",
    ),
)

DJANGO_REST_FRAMEWORK = Dialect("django_rest_framework", (), read, EXAMPLES)
