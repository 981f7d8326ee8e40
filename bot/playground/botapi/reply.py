"""An answer as it goes over the wire."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from bot.playground.botapi.errors import RefusedError


@dataclass(frozen=True)
class Reply:
    """The status and the JSON: `{"ok": true, "result": …}`, or what was wrong."""

    status: int
    body: dict[str, Any]

    @classmethod
    def of(cls, refused: RefusedError) -> "Reply":
        """The answer to a call that was refused."""
        error = {"ok": False, "error_code": refused.code, "description": refused.description}
        return cls(refused.code, {**error, "parameters": refused.parameters} if refused.parameters else error)

    def encoded(self) -> bytes:
        """The body in JSON."""
        return json.dumps(self.body, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


WRONG_TOKEN: Final = Reply.of(RefusedError(HTTPStatus.UNAUTHORIZED, "Unauthorized"))
NO_SUCH_FILE: Final = Reply.of(RefusedError(HTTPStatus.NOT_FOUND, "Not Found"))
