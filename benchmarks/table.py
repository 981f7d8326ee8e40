"""A table of figures, for the terminal and for docs/figures.md."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table


@dataclass(frozen=True)
class Figures:
    """Rows of cells under their columns; `notes` are the conditions."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: str = ""

    def shown(self) -> Table:
        """For the terminal."""
        table = Table(title=self.title, caption=self.notes or None, title_justify="left", caption_justify="left")
        for number, column in enumerate(self.columns):
            table.add_column(column, justify="right" if number else "left")
        for row in self.rows:
            table.add_row(*row)
        return table

    def markdown(self) -> str:
        """For a page."""
        head = [" | ".join(self.columns), " | ".join("--:" if number else "---" for number in range(len(self.columns)))]
        lines = [f"| {line} |" for line in (*head, *(" | ".join(row) for row in self.rows))]
        return "\n".join([f"## {self.title}", "", *lines, "", *([self.notes, ""] if self.notes else [])])
