"""The API: what is known, as JSON, under /api/v1; its own application, with its own OpenAPI document and errors."""

from setwatch.web.api.app import PREFIX, mounted

__all__ = ["PREFIX", "mounted"]
