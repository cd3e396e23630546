"""`setwatch alerts`: who is told of which changes."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

import typer

from setwatch.cli.console import fail, note, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import Desk, send_alerts
from setwatch.model import Means, Rule, Standing, State, Target
from setwatch.publish import Line, line, many
from setwatch.publish.addresses import Addresses
from setwatch.publish.alerts import key_of, new_secret, shown
from setwatch.publish.feeds.items import ABOUT

alerts = typer.Typer(no_args_is_help=True, help="Tell others of changes and alarms: by webhook, mail, chat, phone.")

SITE = "http://127.0.0.1:8000/"
"""Where `setwatch serve` is if nobody says otherwise; links in alerts lead there."""

SiteOption = Annotated[str, typer.Option("--site", metavar="URL", help="Where the site is, for links to its pages.")]


@alerts.command("add", short_help="Tell one more target")
def add(
    name: Annotated[str, typer.Argument(help="How the target is called.", show_default=False)],
    address: Annotated[
        str, typer.Argument(help="https://… for a signed webhook, or an address of Apprise.", show_default=False)
    ],
    *,
    title: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only of this production or franchise; may be given again.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--property", metavar="NAME", help="Only this property, or alarm; may be given again."),
    ] = None,
    standing: Annotated[
        list[Standing] | None, typer.Option(help="Only values that stand so; may be given again.")
    ] = None,
    within: Annotated[
        int, typer.Option(min=0, metavar="DAYS", help="Only what was said so many days before it came in; 0: all.")
    ] = 30,
    secret: Annotated[
        str | None, typer.Option(envvar="SETWATCH_WEBHOOK_SECRET", help="The webhook's whsec_ secret, if you have one.")
    ] = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Tell one more target of what changes from now on. A webhook's secret is printed once and never again."""
    means = _means(address)
    if wrong := sorted({*(only or ())} - ABOUT):
        fail(f"--property: {wrong[0]!r} is none", usage=True)
    made = _secret(means, secret)
    rule = Rule(tuple(title or ()), tuple(only or ()), tuple(s.value for s in standing or ()), within)
    with desk_at(store) as desk:
        for asked in rule.titles:
            _known(desk, asked)
        desk.outbox.add(Target(name, means, address, made, rule, datetime.now(UTC)))
    fresh = made if secret is None else None
    if json:
        print_json({"name": name, "means": means.value, "address": shown(address), "secret": fresh})
    else:
        print_page([line(0, f"{name}: told by {means.value} at {shown(address)}")])
        if fresh:
            print_page([line(0, f"Its secret, shown this once: {fresh}")])


def _means(address: str) -> Means:
    try:
        parts = urlsplit(address)
    except ValueError:
        fail("the address is none", usage=True)
    if parts.scheme in {"http", "https"}:
        if not parts.hostname or not address.isprintable() or " " in address:
            fail("the address is no address on the web", usage=True)
        return Means.WEBHOOK
    if "://" not in address:
        fail("the address is none; give https://… or an address of Apprise (mailto://…, ntfys://…)", usage=True)
    return Means.APPRISE


def _secret(means: Means, given: str | None) -> str | None:
    if means is not Means.WEBHOOK:
        return None
    if given is None:
        return new_secret()
    try:
        key_of(given)
    except ValueError as error:
        fail(str(error), usage=True)
    return given


def _known(desk: Desk, title: str) -> None:
    if title not in {production.franchise for production in desk.watched()}:
        desk.production(title)


@alerts.command("list", short_help="Print who is told")
def listed(*, json: JsonOption = False, store: StoreOption = None) -> None:
    """Print the targets, what each is told of, and how far its messages have come. Secrets are not shown."""
    with desk_at(store) as desk:
        targets, counts = desk.outbox.targets(), desk.outbox.counts()
    if json:
        print_json([_shape(target, counts.get(target.name, {})) for target in targets])
    elif targets:
        print_page([row for target in targets for row in _rows(target, counts.get(target.name, {}))])
    else:
        note("nobody is told yet; begin with: setwatch alerts add NAME https://…")


def _shape(target: Target, counts: dict[State, int]) -> dict[str, object]:
    return {
        "name": target.name,
        "means": target.means.value,
        "address": shown(target.address),
        "since": target.since.isoformat().replace("+00:00", "Z"),
        "titles": list(target.rule.titles),
        "properties": list(target.rule.properties),
        "standings": list(target.rule.standings),
        "within": target.rule.within,
        "messages": {state.value: counts.get(state, 0) for state in State},
    }


def _rows(target: Target, counts: dict[State, int]) -> list[Line]:
    rule = target.rule
    asked = "; ".join(", ".join(part) for part in (rule.titles, rule.properties, rule.standings) if part)
    told = ", ".join(f"{counts.get(state, 0)} {state}" for state in State)
    return [
        line(0, (target.name, "bold"), f"  {target.means} at {shown(target.address)}"),
        line(2, f"{asked or 'everything'}; {told}"),
    ]


@alerts.command("remove", short_help="Tell a target no more")
def remove(
    name: Annotated[str, typer.Argument(help="The target.", show_default=False)],
    *,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Tell a target no more, and forget what was on its way to it."""
    with desk_at(store) as desk:
        _there(desk.outbox.remove, name)
    if json:
        print_json({"removed": name})


def _there(act: Callable[[str], bool], name: str) -> None:
    if not act(name):
        fail(f"there is no target {name!r}; see: setwatch alerts list")


def addresses_at(site: str) -> Addresses:
    """Return the addresses of a site's pages."""
    return Addresses(site if site.endswith("/") else f"{site}/")


@alerts.command("send", short_help="Send what is due")
def send(
    *,
    site: SiteOption = SITE,
    again: Annotated[
        str | None, typer.Option(metavar="NAME", help="Try what was given up for this target again.")
    ] = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Put what changed into the outbox and send what is due. Run it as often as you like, by a timer for instance."""
    addresses = addresses_at(site)
    with desk_at(store) as desk:
        if again is not None:
            if again not in {target.name for target in desk.outbox.targets()}:
                fail(f"there is no target {again!r}; see: setwatch alerts list")
            desk.outbox.again(again, datetime.now(UTC))
        try:
            found = send_alerts(desk, addresses, lambda: datetime.now(UTC))
        except ImportError:
            fail("mail, chat and phone need more libraries: pip install 'setwatch[alerts]'")
    if json:
        told = {"queued": found.queued, "sent": found.sent, "again": found.again, "given_up": found.given_up}
        print_json(told)
    else:
        print_page([line(0, f"{many(found.sent, 'message')} sent, {found.again} to be tried again.")])
    if found.given_up:
        fail(f"{many(found.given_up, 'message')} given up; try again with: setwatch alerts send --again NAME")
