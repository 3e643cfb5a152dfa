"""Every operation keeps the contract: good requests are answered by it, bad ones refused by it."""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from catalogue_service.app import contract

CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.missing_required_header,
]
EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "10"))  # random ones, beside those that cover every rule once
SEED = 20260

schema = schemathesis.openapi.from_dict(contract())

if contract()["paths"]:

    @schema.parametrize()
    @seed(SEED)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def test_operation(case: schemathesis.Case, server: str) -> None:
        case.call_and_validate(base_url=server, checks=CHECKS)

else:

    @pytest.mark.skip(reason="the contract has no operations")
    def test_operation() -> None:
        """Nothing to check."""
