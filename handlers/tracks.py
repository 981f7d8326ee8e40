"""/tracks: 🔔 follow, 🔕 unfollow."""

from bot.domain.localised import in_language
from bot.questions.model import Query
from handlers.buttons import Follow, Tracks, Unfollow
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.views.cards import follow_button
from handlers.views.reply import Reply, keyboard, lines
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


async def in_words(request: Request, query: Query) -> Reply:
    """Follow mobility; where no track was named, all of them with their buttons."""
    subscriptions, texts, index = request.services.subscriptions, request.texts, request.index
    named = [index.tracks[one] for one in query.tracks if one in index.tracks]
    follows = query.action == "follow"
    for track in named:
        await (subscriptions.follow if follows else subscriptions.unfollow)(request.chat_id, track)
    if not named:
        return await show(request)
    followed = await subscriptions.followed(request.chat_id)
    said = "tracks-followed" if follows else "tracks-unfollowed"
    told = (texts(said, track=in_language(track.name, texts.language)) for track in named)
    return Reply(lines(*told), keyboard([follow_button(texts, track, followed)] for track in named))


FEATURE = Feature(
    commands=(Command("tracks", show),),
    buttons={Tracks: turn, Follow: follow, Unfollow: unfollow},
    words={"follow": in_words, "unfollow": in_words},
)
