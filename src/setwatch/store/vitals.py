"""How much a store holds, and how it keeps up."""

from datetime import datetime

import msgspec
from sqlalchemy import Engine, Select, func, select, text

from setwatch.model import Decision, Schedule, Vitals
from setwatch.store.tables import CAPTURES, OUTBOX, PRINTS, PRODUCTIONS, READINGS, SOURCES, UNREAD


def vitals_of(engine: Engine, now: datetime) -> Vitals:
    """Return the vitals of the store behind `engine`, `now` in UTC; all in one transaction."""
    with engine.begin() as connection:

        def count(*queries: Select[int]) -> int:
            return sum(connection.execute(query).scalar_one() for query in queries)

        size = connection.execute(text("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"))
        unread = select(func.count()).select_from(UNREAD.join(CAPTURES, UNREAD.c.digest == CAPTURES.c.digest))
        decoder = msgspec.json.Decoder(Schedule)
        schedules = [decoder.decode(row) for row in connection.scalars(select(SOURCES.c.schedule))]
        going = [schedule for schedule in schedules if not schedule.ended]
        outbox = select(OUTBOX.c.target, OUTBOX.c.state, func.count()).group_by(OUTBOX.c.target, OUTBOX.c.state)
        return Vitals(
            size=size.scalar_one(),
            captures=count(select(func.count()).select_from(CAPTURES)),
            unread=count(unread.where(CAPTURES.c.media_type != Decision.MEDIA_TYPE)),
            refused=count(*(select(func.count()).where(t.c.refused.is_not(None)) for t in (READINGS, PRINTS))),
            productions=count(select(func.count()).select_from(PRODUCTIONS)),
            sources=len(schedules),
            failing=sum(schedule.trouble is not None for schedule in going),
            due=sum(schedule.due <= now for schedule in going),
            ended=len(schedules) - len(going),
            asked=max((schedule.asked for schedule in schedules if schedule.asked), default=None),
            next_due=min((schedule.due for schedule in going), default=None),
            outbox=tuple(
                (row[0], row[1], row[2]) for row in connection.execute(outbox.order_by(*outbox.selected_columns[:2]))
            ),
        )
