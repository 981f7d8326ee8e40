import subprocess
import sys

from data.formats.first_use import read

HEAVY = ("icalendar", "lxml", "openpyxl", "PIL", "matplotlib", "segno")


def test_bot_that_reads_no_file_loads_no_library_for_files() -> None:
    code = f"import sys, bot.commands.run; print([name for name in {HEAVY} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert loaded.stdout == "[]\n"


def test_first_use_reads_a_programme() -> None:
    content = b"title,start,end,room\nOpening,2019-09-24 09:00,2019-09-24 10:00,Hall A\n"
    programme = read(content, name="expo.csv", timezone="Europe/Oslo").programme
    assert [session.title for session in programme.sessions] == ["Opening"]
