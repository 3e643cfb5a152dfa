"""Set Django up once per test process and give it a database of its own in memory."""

import os

import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"
os.environ["SHOP_TESTING"] = "1"

import django  # noqa: E402

django.setup()


@pytest.fixture(scope="session", autouse=True)
def _test_database():
    from django.test.utils import (
        setup_databases,
        setup_test_environment,
        teardown_databases,
        teardown_test_environment,
    )

    setup_test_environment()
    old_config = setup_databases(verbosity=0, interactive=False)
    yield
    teardown_databases(old_config, verbosity=0)
    teardown_test_environment()


@pytest.fixture(autouse=True)
def _clean_process_state():
    """The monolith keeps state in modules and in the cache; start each test without it."""
    from django.core.cache import cache

    from common import registry

    cache.clear()
    registry.PRICE_CACHE.clear()
    registry.set_current_request(None)
    yield
