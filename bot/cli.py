"""The command line: `expobot`, also `python -m bot`."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.console import clock_of, faults_in_one_line, settings_and_logs

app = typer.Typer(
    help="An expo's programme in every attendee's pocket.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The page's port; the next free one if it is taken.", min=0)] = 8080,
    *,
    browser: Annotated[bool, typer.Option(help="Open the browser where there is a desktop.")] = True,
) -> None:
    """Show the whole bot in the browser: the sample expo on a simulated clock, no token, no account."""
    from bot.commands.demo import demo as show

    with faults_in_one_line():
        asyncio.run(show(settings_and_logs(), port, open_browser=browser))


@app.command()
def run() -> None:
    """Run the bot on Telegram, with settings from the environment and `.env`."""
    from bot.commands.run import run as serve

    with faults_in_one_line():
        asyncio.run(serve(settings_and_logs()))


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question; - reads one a line from standard input.")] = "-",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a question.")] = False,
    now: Annotated[str | None, typer.Option(help="The moment of asking (ISO; a naive one is expo time).")] = None,
    language: Annotated[str, typer.Option(help="The chat's language: nb, en, sv or da.")] = "nb",
    programme: Annotated[Path | None, typer.Option(help="Answer from this file, without a database.")] = None,
    thread: Annotated[bool, typer.Option("--thread", help="The questions are one conversation.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="First show tokens, slots and scores.")] = False,
) -> None:
    """Answer questions about the programme in the terminal."""
    from bot.commands.ask import Asker, chat_language, moment, to_json
    from bot.commands.explain import show
    from bot.commands.programmes import programme_for

    with faults_in_one_line():
        settings = settings_and_logs()
        in_force = asyncio.run(programme_for(settings, str(programme) if programme else None))
        asked_at = moment(now, in_force.index, clock_of(settings).now())
        asker = Asker(in_force, chat_language(language), thread=thread)
        for one in (line.strip() for line in (sys.stdin if question == "-" else [question])):
            if explain:
                show(asker.explain(one, asked_at), in_force.index)
            found = asker.ask(one, asked_at)
            print(to_json(asker.document(one, found)) if as_json else asker.text(found))


@app.command(name="import")
def import_(
    source: Annotated[str | None, typer.Argument(help="A programme file or its address.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it holds and would change.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Also one that looks like a mistake.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Put the version before this one in force again.")] = False,
    timezone: Annotated[str | None, typer.Option(help="IANA zone, where the source names none.")] = None,
    format_: Annotated[str | None, typer.Option("--format", help="The format, where its content doesn't tell.")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", help="COLUMN=FIELD of a sheet; may be repeated.")] = None,
) -> None:
    """Take a programme into the store; the one before stays in force where anything is wrong."""
    from bot.commands import imports

    if (source is None) is not undo:
        raise typer.BadParameter("name a programme file or address, or say --undo")
    with faults_in_one_line():
        settings = settings_and_logs()
        mapping = imports.columns(map_ or [])
        options = imports.Options(timezone or settings.expo_timezone, format_, mapping, dry_run, force)
        asyncio.run(imports.import_programme(settings, source, options) if source else imports.undo(settings))


@app.command()
def export(
    output: Annotated[Path | None, typer.Option(help="A file; otherwise standard output.")] = None,
    *,
    format_: Annotated[str, typer.Option("--format", help="json (our own), csv, xlsx, ics or xml.")] = "json",
) -> None:
    """Write the programme in force."""
    from bot.commands.programmes import programme_in_force
    from data.formats.export import write

    with faults_in_one_line():
        content = write(asyncio.run(programme_in_force(settings_and_logs())), format_)
        if output:
            output.write_bytes(content)
        else:
            sys.stdout.buffer.write(content)


@app.command()
def rehearse(
    attendees: Annotated[int, typer.Option(help="How many attend.", min=1)] = 4500,
    days: Annotated[int, typer.Option(help="Only the first so many days; 0 is all.", min=0)] = 0,
    minutes: Annotated[float, typer.Option(help="Real minutes it takes, restarts aside.", min=0.1)] = 30,
    kills: Annotated[int, typer.Option(help="How often the bot is killed (-9).", min=0)] = 20,
    too_many: Annotated[float, typer.Option("--429", help="Share of sends told to wait.", min=0, max=1)] = 0.02,
    server_faults: Annotated[float, typer.Option("--5xx", help="Share of calls met by a 5xx.", min=0, max=1)] = 0.01,
    lost_replies: Annotated[float, typer.Option(help="Share of connections that break.", min=0, max=1)] = 0.01,
    slow: Annotated[float, typer.Option(help="Seconds that every call takes.", min=0)] = 0,
    rate: Annotated[int, typer.Option(help="Messages a real second.", min=1, max=1000)] = 200,
    seed: Annotated[int, typer.Option(help="The same seed draws the same people.")] = 1,
    pictures: Annotated[Path | None, typer.Option(help="A folder for pictures of lateness and rate.")] = None,
) -> None:
    """Replay the whole expo at speed, with simulated attendees and faults; exit status 1 for a broken promise."""
    from bot.commands.rehearse import rehearse as play
    from bot.playground.rehearsal.options import Options

    options = Options(
        attendees=attendees,
        days=days,
        minutes=minutes,
        kills=kills,
        too_many=too_many,
        server_faults=server_faults,
        lost_replies=lost_replies,
        slow=slow,
        rate=rate,
        seed=seed,
    )
    with faults_in_one_line():
        kept = asyncio.run(play(settings_and_logs(), options, pictures))
    if not kept:
        raise typer.Exit(1)


@app.command()
def backup(target: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")]) -> None:
    """Copy the store to a file, whole and checked, while the bot runs."""
    from bot.commands.backup import backup as copy

    with faults_in_one_line():
        asyncio.run(copy(settings_and_logs(), target))


@app.command()
def check() -> None:
    """Look at settings, token, database and programme: what is wrong and how to mend it; exit status 1 then."""
    from bot.commands.check import check as look

    with faults_in_one_line():
        well = asyncio.run(look(settings_and_logs()))
    if not well:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    app()
