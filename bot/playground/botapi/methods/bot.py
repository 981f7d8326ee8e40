"""The bot itself, and how it gets its updates."""

import re
from typing import Any, Final

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server
from bot.playground.botapi.webhook import Address

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")
_CONNECTIONS: Final = 40
_MOST_CONNECTIONS: Final = 100


def get_me(server: Server, _: Call) -> dict[str, Any]:
    """The bot."""
    return server.bot


async def get_updates(server: Server, call: Call) -> list[dict[str, Any]]:
    """The next updates, waited for if need be."""
    server.updates.allow(_kinds(call))
    return [*await server.updates.get(call.number("offset"), call.number("limit", 100), call.number("timeout"))]


def _kinds(call: Call) -> list[str] | None:
    """The kinds of updates wanted, None where the call doesn't say."""
    return [str(kind) for kind in call.items("allowed_updates")] if "allowed_updates" in call.parameters else None


def set_webhook(server: Server, call: Call) -> bool:
    """Have updates delivered to an address; an empty one ends it. Here it need not be HTTPS."""
    url, secret = call.text("url"), call.text("secret_token")
    if not url:
        return delete_webhook(server, call)
    if not url.startswith(("http://", "https://")):
        refuse("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        refuse("secret token contains unallowed characters")
    server.updates.allow(_kinds(call))
    server.updates.interrupt("setWebhook request")
    if call.flag("drop_pending_updates"):
        server.updates.drop()
    connections = min(max(call.number("max_connections", _CONNECTIONS), 1), _MOST_CONNECTIONS)
    server.deliver_to(Address(url, secret, connections))
    return True


def delete_webhook(server: Server, call: Call) -> bool:
    """Back to polling."""
    server.deliver_to(None)
    if call.flag("drop_pending_updates"):
        server.updates.drop()
    return True


def get_webhook_info(server: Server, _: Call) -> dict[str, Any]:
    """Where updates go, how many wait and what went wrong last."""
    kinds = {"allowed_updates": [*server.updates.allowed]} if server.updates.allowed else {}
    waiting = {"has_custom_certificate": False, "pending_update_count": len(server.updates.waiting()), **kinds}
    if server.webhook is None:
        return {"url": "", **waiting}
    address, error = server.webhook.address, server.webhook.last_error
    failure = {"last_error_message": error} if error else {}
    return {"url": address.url, "max_connections": address.max_connections, **waiting, **failure}


def leave(server: Server, _: Call) -> bool:
    """Log out or close: here there is nothing to it."""
    server.updates.interrupt("logOut or close")
    return True


METHODS: Final = (
    Method("getMe", get_me),
    Method("getUpdates", get_updates, optional="offset limit timeout allowed_updates"),
    Method(
        "setWebhook",
        set_webhook,
        optional="url ip_address max_connections allowed_updates drop_pending_updates secret_token",
    ),
    Method("deleteWebhook", delete_webhook, optional="drop_pending_updates"),
    Method("getWebhookInfo", get_webhook_info),
    Method("logOut", leave),
    Method("close", leave),
)
