"""The API's ways in: a title to watch, documents to take in. Each needs a token that may write."""

import io
import json
from typing import Any

from fastapi import APIRouter, Depends

from setwatch.model import Production
from setwatch.publish import production_shape
from setwatch.web.api.asked import TheDesk, may_write
from setwatch.web.api.models import AddOut, DocumentsIn, ProductionIn, ProductionOut

router = APIRouter(dependencies=[Depends(may_write)])


@router.post("/productions", response_model=ProductionOut, status_code=201, tags=["productions"])
def watch(desk: TheDesk, asked: ProductionIn) -> dict[str, Any]:
    """Watch a production; one that is watched already gets these aliases, franchise and kind."""
    production = Production(asked.name.strip(), tuple(asked.aliases), asked.franchise, asked.kind)
    desk.watch([production])
    return production_shape(production)


@router.post("/documents", response_model=AddOut, status_code=201, tags=["documents"])
def add(desk: TheDesk, asked: DocumentsIn) -> dict[str, Any]:
    """Take in documents; what cannot be read is kept, and named in the answer."""
    lines = [json.dumps(document.model_dump(exclude_none=True)) for document in asked.documents]
    found = desk.add([io.BytesIO("\n".join(lines).encode())])
    refused = [{"origin": refusal.origin, "reason": refusal.reason} for refusal in found.refused]
    return {"read": found.read, "already": found.already, "refused": refused}
