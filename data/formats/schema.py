"""The JSON Schema of our own format; `python -m data.formats.schema` writes it to docs/."""

import json
from pathlib import Path
from typing import Final

from bot.domain.models import Programme

FILE: Final = Path(__file__).parents[2] / "docs" / "programme.schema.json"


def schema() -> str:
    """What docs/programme.schema.json holds."""
    return json.dumps(Programme.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema(), encoding="utf-8")
