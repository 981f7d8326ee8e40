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
    question: Annotated[str, typer.Argument(help="The question; - reads one a line from standard input.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a question.")] = False,
    now: Annotated[str | None, typer.Option(help="The moment of asking (ISO; a naive one is expo time).")] = None,
    language: Annotated[str, typer.Option(help="The chat's language: nb, en, sv or da.")] = "nb",
    programme: Annotated[Path | None, typer.Option(help="Answer from this file, without a database.")] = None,
    thread: Annotated[bool, typer.Option("--thread", help="The questions are one conversation.")] = False,
) -> None:
    """Answer questions about the programme in the terminal."""
    from bot.commands.ask import Asker, moment, to_json
    from bot.commands.programmes import programme_for
    from bot.texts import nearest_language

    with faults_in_one_line():
        settings = settings_and_logs()
        in_force = asyncio.run(programme_for(settings, str(programme) if programme else None))
        asked_at = moment(now, in_force.index, clock_of(settings).now())
        asker = Asker(in_force, nearest_language(language), thread=thread)
        for one in (line.strip() for line in (sys.stdin if question == "-" else [question])):
            found = asker.ask(one, asked_at)
            print(to_json(asker.document(one, found)) if as_json else asker.text(found))


@app.command(name="import")
def import_(
    source: Annotated[str, typer.Argument(help="A programme file or its address.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only read it and say what it holds.")] = False,
    timezone: Annotated[str | None, typer.Option(help="IANA zone, where the source names none.")] = None,
    format_: Annotated[str | None, typer.Option("--format", help="The format, where its content doesn't tell.")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", help="COLUMN=FIELD of a sheet; may be repeated.")] = None,
) -> None:
    """Take a programme into the store; the one before stays in force where anything is wrong."""
    from bot.commands.programmes import import_programme

    with faults_in_one_line():
        settings = settings_and_logs()
        zone = timezone or settings.expo_timezone
        mapping = dict(pair.split("=", 1) for pair in map_ or [] if "=" in pair)
        work = import_programme(settings, source, timezone=zone, format_=format_, mapping=mapping, dry_run=dry_run)
        asyncio.run(work)


@app.command()
def export(
    output: Annotated[Path | None, typer.Option(help="A file; otherwise standard output.")] = None,
) -> None:
    """Write the programme in force, in the native JSON format."""
    from bot.commands.programmes import programme_in_force
    from data.formats import native

    with faults_in_one_line():
        content = native.write(asyncio.run(programme_in_force(settings_and_logs())))
        if output:
            output.write_bytes(content)
        else:
            sys.stdout.buffer.write(content)


def main() -> None:
    """Run the command line."""
    app()
