"""The handlers of this service: yours. This file is written once and never touched again.

Override a method of ``Operations`` to implement an operation; what is not overridden answers 501.
"""

from __future__ import annotations

from . import models
from .moved import events_subscribe, registry_feature
from .operations import Operations
from .problems import given


class Handlers(Operations):
    """What this service does for each operation."""

    def events_subscribe(self, body: models.EventsSubscribeRequest) -> models.EventsSubscribeResult:
        """Decorator: call the function with the payload of each event of that name."""
        result = events_subscribe.subscribe(**given(body))
        return models.EventsSubscribeResult.model_validate({"result": result})

    def registry_feature(self, body: models.RegistryFeatureRequest) -> models.RegistryFeatureResult:
        """Call feature."""
        result = registry_feature.feature(**given(body))
        return models.RegistryFeatureResult.model_validate({"result": result})
