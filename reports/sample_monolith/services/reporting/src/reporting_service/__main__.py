"""Run the service: ``python -m reporting_service``; HOST and PORT come from the environment."""

import os

import uvicorn


def main() -> None:
    """Serve until somebody stops the process."""
    uvicorn.run(
        "reporting_service.app:app",
        host=os.environ.get("HOST", "127.0.0.1"),
        port=int(os.environ.get("PORT", "8000")),
        access_log=False,
    )


if __name__ == "__main__":
    main()
