"""The site: pages over one desk, for people, with feeds, calendars and the API beside them.

Needs the `site` extra (`pip install setwatch[site]`).
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.web.app import create_app
    from setwatch.web.run import run
    from setwatch.web.still import files_of

__all__ = ["create_app", "files_of", "run"]

# Imported when first used: its libraries are there only with the extra.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__, submod_attrs={"app": ["create_app"], "run": ["run"], "still": ["files_of"]}
)
