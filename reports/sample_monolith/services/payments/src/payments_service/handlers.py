"""The handlers of this service: yours. This file is written once and never touched again.

Override a method of ``Operations`` to implement an operation; what is not overridden answers 501.
"""

from __future__ import annotations

from . import models
from .moved import registry_feature
from .operations import Operations
from .problems import given


class Handlers(Operations):
    """What this service does for each operation."""

    def registry_feature(self, body: models.RegistryFeatureRequest) -> models.RegistryFeatureResult:
        """Call feature."""
        result = registry_feature.feature(**given(body))
        return models.RegistryFeatureResult.model_validate({"result": result})
