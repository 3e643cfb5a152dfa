"""What Django's own classes and functions do, stated once for all places that use them."""

from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact
from analyzer.model.knowledge import CollectionType, Handed, KnownBase, KnownCall, Member
from analyzer.model.page import Page

LABEL = "django"

MODEL_BASES = (
    "django.db.models.Model",
    "django.db.models.base.Model",
    "django.contrib.gis.db.models.Model",
    "django.contrib.auth.models.AbstractUser",
    "django.contrib.auth.models.AbstractBaseUser",
    "django.contrib.auth.models.User",
    "django.contrib.auth.models.Group",
    "django.contrib.auth.models.PermissionsMixin",
    "django.contrib.auth.base_user.AbstractBaseUser",
    "django.contrib.sessions.base_session.AbstractBaseSession",
    "django.contrib.flatpages.models.FlatPage",
    "django.contrib.sites.models.Site",
)
"""Bases whose subclasses map tables."""


def model_base(base: str) -> KnownBase:
    """What every subclass of a model base has, whichever package the base comes from."""
    return KnownBase(
        base,
        LABEL,
        maps_table=True,
        table_name="{app}_{class}",
        members=(
            Member("objects", "collection"),
            Member("_default_manager", "collection"),
            Member("_base_manager", "collection"),
        ),
        writes=("save", "delete", "save_base", "asave", "adelete"),
        reads=("refresh_from_db", "arefresh_from_db"),
        hooks=("save", "delete", "clean", "full_clean", "get_absolute_url", "natural_key", "Meta"),
        flavour="orm",
        implicit_key="id",
        parent_key="{class}_ptr",
        asks=base.endswith(("AbstractUser", "AbstractBaseUser")),
        chosen_by="AUTH_USER_MODEL",
    )


_PATHS = (
    "filter", "exclude", "get", "aget", "order_by", "values", "values_list", "annotate", "aggregate", "aaggregate",
    "only", "defer", "distinct", "dates", "datetimes", "select_related", "prefetch_related", "alias",
    "latest", "earliest", "alatest", "aearliest",
)  # fmt: skip

QUERY_SETS = CollectionType(
    LABEL,
    bases=(
        "django.db.models.Manager",
        "django.db.models.QuerySet",
        "django.db.models.manager.Manager",
        "django.db.models.manager.BaseManager",
        "django.db.models.query.QuerySet",
        "django.contrib.gis.db.models.Manager",
        "django.contrib.auth.models.UserManager",
        "django.contrib.auth.models.BaseUserManager",
        "django.contrib.auth.base_user.BaseUserManager",
    ),
    same=(
        "all", "filter", "exclude", "order_by", "reverse", "distinct", "select_related", "prefetch_related", "annotate",
        "alias", "only", "defer", "using", "none", "union", "intersection", "difference", "select_for_update", "extra",
        "values", "values_list", "raw", "complex_filter", "get_queryset", "db_manager", "as_manager", "from_queryset",
        "iterator", "dates", "datetimes",
    ),
    item=("get", "first", "last", "earliest", "latest", "create", "aget", "afirst", "alast", "acreate"),
    writes=(
        "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "update", "delete", "acreate",
        "aget_or_create", "aupdate_or_create", "abulk_create", "aupdate", "adelete", "add", "remove", "set", "clear",
        "create_user", "create_superuser",
    ),
    reads=(
        "get", "first", "last", "earliest", "latest", "count", "exists", "aggregate", "in_bulk", "iterator", "contains",
        "get_or_create", "update_or_create", "aget", "afirst", "acount", "aexists", "raw", "select_for_update",
    ),
    paths=_PATHS,
    joins=("select_related", "prefetch_related"),
    separator="__",
    pairs=("get_or_create", "update_or_create", "aget_or_create", "aupdate_or_create"),
    idle=("none", "as_manager", "from_queryset", "db_manager", "get_queryset", "using"),
    ties=("add", "remove", "set", "clear", "aadd", "aremove", "aset", "aclear"),
    sums=(
        "Count", "Sum", "Avg", "Min", "Max", "StdDev", "Variance", "ArrayAgg", "StringAgg", "JSONBAgg", "BoolAnd",
        "BoolOr", "BitAnd", "BitOr",
    ),
    own_class="model",
    own_tie="through",
)  # fmt: skip

_VIEW_HOOKS = (
    "get", "post", "put", "patch", "delete", "head", "options", "dispatch", "setup", "get_queryset", "get_object",
    "get_context_data", "get_form", "get_form_class", "get_form_kwargs", "get_initial", "get_success_url",
    "get_template_names", "form_valid", "form_invalid", "render_to_response", "http_method_not_allowed",
    "handle_no_permission", "test_func",
)  # fmt: skip

_VIEW_MEMBERS = (
    Member("object", "row"),
    Member("object_list", "rows"),
    Member("get_object", "of_rows", "get"),
    Member("get_queryset", "of_rows", "all"),
    Member("get_form", "made", "form_class"),
)
VIEW_SHOWS = ("model", "queryset", "get_queryset", "form_class.Meta.model")
_VIEW_HANDS = (Handed("form_valid", 1, "made", "form_class"), Handed("form_invalid", 1, "made", "form_class"))

VIEWS = tuple(
    KnownBase(
        f"django.views.{name}",
        LABEL,
        members=_VIEW_MEMBERS,
        hooks=_VIEW_HOOKS,
        flavour="view",
        shows=VIEW_SHOWS,
        hands=_VIEW_HANDS,
    )
    for name in (
        "View", "generic.View", "generic.base.View", "generic.TemplateView", "generic.ListView", "generic.DetailView",
        "generic.CreateView", "generic.UpdateView", "generic.DeleteView", "generic.FormView", "generic.RedirectView",
        "generic.list.ListView", "generic.list.MultipleObjectMixin", "generic.detail.DetailView",
        "generic.detail.SingleObjectMixin", "generic.edit.CreateView", "generic.edit.UpdateView",
        "generic.edit.DeleteView", "generic.edit.FormView", "generic.edit.FormMixin", "generic.edit.ModelFormMixin",
        "generic.base.TemplateView",
    )
)  # fmt: skip

_FORMS = tuple(
    KnownBase(
        f"django.forms.{name}",
        LABEL,
        members=(Member("instance", "row"), Member("save", "of_rows", "create")),
        writes=("save",),
        hooks=("clean", "save", "__init__"),
        flavour="form",
        shows=("Meta.model",),
    )
    for name in ("ModelForm", "models.ModelForm")
)

_ADMIN_HOOKS = (
    "get_queryset", "save_model", "delete_model", "save_formset", "save_related", "get_urls", "get_form",
    "get_readonly_fields", "get_fieldsets", "get_list_display", "formfield_for_foreignkey", "has_add_permission",
    "has_change_permission", "has_delete_permission", "has_view_permission", "changelist_view", "response_change",
)  # fmt: skip

_ADMIN = tuple(
    KnownBase(
        f"django.contrib.admin.{name}",
        LABEL,
        members=(Member("get_queryset", "of_rows", "all"), Member("get_object", "of_rows", "get")),
        hooks=_ADMIN_HOOKS,
        flavour="admin",
        shows=("model",),
        hands=(
            Handed("*", 1, "row", parameter="obj"),
            Handed("*", 2, "row", parameter="obj"),
            Handed("*", 2, "rows", parameter="queryset"),
            Handed("save_model", 2, "row"),
            Handed("delete_model", 2, "row"),
        ),
    )
    for name in ("ModelAdmin", "TabularInline", "StackedInline")
)
"""What is shown and what actions get is called ``obj`` and ``queryset`` throughout its documentation."""

OTHER_BASES = (
    KnownBase("django.forms.Form", LABEL, hooks=("clean", "__init__"), flavour="form"),
    KnownBase(
        "django.core.management.base.BaseCommand",
        LABEL,
        hooks=("handle", "add_arguments", "execute"),
        flavour="command",
    ),
    KnownBase("django.db.models.TextChoices", LABEL, flavour="enum"),
    KnownBase("django.db.models.IntegerChoices", LABEL, flavour="enum"),
    KnownBase("django.db.models.Choices", LABEL, flavour="enum"),
    KnownBase("django.apps.AppConfig", LABEL, hooks=("ready",), flavour="configuration"),
    KnownBase(
        "django.utils.deprecation.MiddlewareMixin",
        LABEL,
        hooks=("process_request", "process_response", "process_view", "process_exception", "__call__"),
    ),
    KnownBase("django.contrib.sitemaps.Sitemap", LABEL, hooks=("items", "lastmod", "location")),
    KnownBase("django.contrib.syndication.views.Feed", LABEL, hooks=("items", "item_title", "item_link", "get_object")),
)

CALLS = (
    KnownCall("django.shortcuts.get_object_or_404", "instance", access="read"),
    KnownCall("django.shortcuts.aget_object_or_404", "instance", access="read"),
    KnownCall("django.shortcuts.get_list_or_404", "collection", access="read"),
    KnownCall("django.contrib.auth.get_user_model", "setting", text="AUTH_USER_MODEL"),
    KnownCall("django.utils.module_loading.import_string", "named"),
    KnownCall("django.utils.functional.cached_property", "argument"),
    KnownCall("django.utils.functional.SimpleLazyObject", "result"),
    KnownCall("django.urls.reverse", "named"),
    KnownCall("asgiref.sync.sync_to_async", "argument"),
    KnownCall("asgiref.sync.async_to_sync", "argument"),
)
_BASE_NAMES = {base.base: base for base in (*VIEWS, *_FORMS, *_ADMIN, *OTHER_BASES)}


def known(page: Page) -> Iterator[FrameworkFact]:
    """The knowledge a file needs: about the outside bases, collections and functions it names."""
    for base in MODEL_BASES:
        if base in page.bases:
            yield model_base(base)
    for name in sorted(page.bases.intersection(_BASE_NAMES)):
        yield _BASE_NAMES[name]
    if any(name.startswith("django.db") for name in page.origins):
        yield QUERY_SETS
    for known_call in CALLS:
        spots = page.calls_of((known_call.name.rpartition(".")[2],))
        if any(page.dotted(spot.node.func) == known_call.name for spot in spots):
            yield known_call
