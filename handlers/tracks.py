"""/tracks: 🔔 follow, 🔕 unfollow."""

from bot.domain.localised import in_language
from handlers.buttons import Follow, Tracks, Unfollow
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.views.cards import follow_button
from handlers.views.reply import Reply
from handlers.views.toggles import toggled
from handlers.views.tracks import tracks


async def show(request: Request) -> Reply:
    """The tracks from the first."""
    return await _page(request, 0)


async def turn(request: Request, button: Tracks) -> Reply:
    """◀ ▶ in the tracks."""
    return await _page(request, button.page)


async def _page(request: Request, page: int) -> Reply:
    followed = await request.services.subscriptions.followed(request.chat_id)
    return tracks(request.texts, request.index, followed, page)


async def follow(request: Request, button: Follow) -> Reply:
    """🔔 becomes 🔕 where it was pressed."""
    return await _set(request, button, follow=True)


async def unfollow(request: Request, button: Unfollow) -> Reply:
    """🔕 becomes 🔔 where it was pressed."""
    return await _set(request, button, follow=False)


async def _set(request: Request, button: Follow | Unfollow, *, follow: bool) -> Reply:
    subscriptions, texts = request.services.subscriptions, request.texts
    track = subscriptions.track(button.track)
    if follow:
        await subscriptions.follow(request.chat_id, track)
    else:
        await subscriptions.unfollow(request.chat_id, track)
    counterpart = follow_button(texts, track, frozenset([track.id] if follow else []))
    action = Unfollow(button.track) if follow else Follow(button.track)
    toast = texts.plain(
        "tracks-followed" if follow else "tracks-unfollowed", track=in_language(track.name, texts.language)
    )
    return Reply("", toggled(request.markup, button, counterpart.text, action), toast=toast)


FEATURE = Feature(
    commands=(Command("tracks", show),),
    buttons={Tracks: turn, Follow: follow, Unfollow: unfollow},
)
