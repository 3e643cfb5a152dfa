"""Who may do what."""

from functools import wraps

from django.contrib.auth.mixins import AccessMixin

from common.exceptions import NotAllowed


def staff_required(view):
    """Decorator for views that only people of the shop may see."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not (request.user.is_authenticated and request.user.is_staff):
            raise NotAllowed("Only for staff.")
        return view(request, *args, **kwargs)

    return wrapper


class ReportAccessMixin(AccessMixin):
    """For class-based views: staff, or a role that may see figures."""

    raise_exception = True

    def dispatch(self, request, *args, **kwargs):
        if not (request.user.is_authenticated and request.user.may_see_reports()):
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)


def owns_or_staff(user, owner_id) -> bool:
    return user.is_authenticated and (user.is_staff or user.pk == owner_id)
