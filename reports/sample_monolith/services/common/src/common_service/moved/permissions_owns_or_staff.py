# Copied from common/permissions.py::owns_or_staff; it is yours to change.


def owns_or_staff(user, owner_id) -> bool:
    return user.is_authenticated and (user.is_staff or user.pk == owner_id)
