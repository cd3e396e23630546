"""The API's ways in: a title to watch, documents to take in, decisions. Each needs a token that may write."""

import io
import json
from typing import Any

from fastapi import APIRouter, Depends

from setwatch.desk import DecisionError
from setwatch.model import Decided, Production
from setwatch.publish import decision_shape, production_shape
from setwatch.web.api.asked import TheDesk, Writer, may_write
from setwatch.web.api.models import AddOut, DecisionIn, DecisionOut, DocumentsIn, ProductionIn, ProductionOut
from setwatch.web.api.problems import ProblemError

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


@router.post("/decisions", response_model=DecisionOut, status_code=201, tags=["decisions"])
def decide(desk: TheDesk, asked: DecisionIn, writer: Writer) -> dict[str, Any]:
    """Decide: reject a claim, confirm or undo a copy, merge or split footage, correct a date, take back a decision."""
    try:
        made = desk.decide(asked.act, asked.about, writer.name, asked.note)
    except DecisionError as error:
        raise ProblemError(409, str(error)) from error
    return decision_shape(Decided(made, None, found=True))
