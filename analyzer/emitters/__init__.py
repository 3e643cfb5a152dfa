"""How to write a service: every emitter, in the order its files are written."""

from analyzer.emitters import (
    asyncapi_contract,
    azure_pipeline,
    backstage_catalog,
    compose_file,
    container_image,
    contract_tests,
    fastapi_service,
    gateway_routes,
    github_workflow,
    kubernetes_manifests,
    openapi_contract,
    project_files,
    service_readme,
    typed_client,
)
from analyzer.model.family import Emitter

EMITTERS: tuple[Emitter, ...] = (
    openapi_contract.EMITTER,
    asyncapi_contract.EMITTER,
    fastapi_service.EMITTER,
    typed_client.EMITTER,
    contract_tests.EMITTER,
    project_files.EMITTER,
    container_image.EMITTER,
    compose_file.EMITTER,
    kubernetes_manifests.EMITTER,
    github_workflow.EMITTER,
    azure_pipeline.EMITTER,
    backstage_catalog.EMITTER,
    service_readme.EMITTER,
    gateway_routes.EMITTER,
)
