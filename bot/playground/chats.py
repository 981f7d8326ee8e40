"""The people's chats over HTTP: what one reads, writes, taps and sends."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground.bodies import Blocked, Language, Place, Press, Text
from bot.playground.botapi import LocalBotApi
from bot.playground.people import DemoPerson
from bot.playground.uploads import download, read_upload
from bot.texts import texts_in

PLACE: Final = {"latitude": 58.9531, "longitude": 5.6912}
"""Where a person's phone is when they send their location: by the expo's doors in Stavanger."""
_START: Final = "/start"


class Chats:
    """The endpoints of the people and their chats."""

    def __init__(self, api: LocalBotApi, people: Sequence[DemoPerson]) -> None:
        self._api = api
        self._people = {person.id: person for person in people}

    def routes(self) -> list[Route]:
        """All of them."""
        return [
            Route("/people", self.people),
            Route("/people/{person:int}/language", self.speak, methods=["POST"]),
            Route("/people/{person:int}/blocked", self.block, methods=["POST"]),
            Route("/commands/{person:int}", self.commands),
            Route("/chats/{person:int}/messages", self.messages, methods=["GET"]),
            Route("/chats/{person:int}/messages", self.send, methods=["POST"]),
            Route("/chats/{person:int}/press", self.press, methods=["POST"]),
            Route("/chats/{person:int}/upload", self.upload, methods=["POST"]),
            Route("/chats/{person:int}/location", self.locate, methods=["POST"]),
            Route("/files/{file_id}", self.file),
        ]

    async def people(self, _: Request) -> JSONResponse:
        """GET: the bot, the people, and the place a location sent from here names."""
        bot = (await self._api.call("getMe", {})).body["result"]
        people = [person.described() for person in self._people.values()]
        names = {"name": bot["first_name"], "username": bot["username"]}
        return JSONResponse({"bot": names, "place": PLACE, "people": people})

    async def speak(self, request: Request) -> JSONResponse:
        """POST `{"language_code"}`: the person as they are then."""
        person = self._of(request)
        person.person.use_language(Language.model_validate_json(await request.body()).language_code)
        return JSONResponse(person.described())

    async def block(self, request: Request) -> JSONResponse:
        """POST `{"blocked"}`: the person as they are then."""
        person = self._of(request)
        blocked = Blocked.model_validate_json(await request.body()).blocked
        (person.person.block if blocked else person.person.unblock)()
        return JSONResponse(person.described())

    async def commands(self, request: Request) -> JSONResponse:
        """GET: the command menu as this person's app shows it."""
        return JSONResponse(self._of(request).person.commands)

    async def messages(self, request: Request) -> JSONResponse:
        """GET: the chat's Telegram Messages, oldest first."""
        return JSONResponse(self._of(request).person.messages)

    async def send(self, request: Request) -> JSONResponse:
        """POST `{"text"}`: the message sent. /start opens the bot anew, even a blocked one."""
        text = Text.model_validate_json(await request.body()).text
        command, _, payload = text.partition(" ")
        if command == _START:
            return JSONResponse(self._of(request).person.start(payload))
        return JSONResponse(self._writer(request).person.send(text))

    async def press(self, request: Request) -> JSONResponse:
        """POST `{"message_id", "data"}`: the id of the callback query; its answer comes as an event."""
        press = Press.model_validate_json(await request.body())
        return JSONResponse({"id": self._writer(request).person.press(press.message_id, press.data)})

    async def upload(self, request: Request) -> JSONResponse:
        """POST a form with `file` and `caption`: the message sent."""
        person = self._writer(request)
        upload = await read_upload(request, texts_in(person.language).plain("playground-too-large"))
        return JSONResponse(upload.send(person.person))

    async def locate(self, request: Request) -> JSONResponse:
        """POST `{"latitude", "longitude"}`: the message sent."""
        place = Place.model_validate_json(await request.body())
        return JSONResponse(self._writer(request).person.location(place.latitude, place.longitude))

    async def file(self, request: Request) -> Response:
        """GET: a file that stands in one of the chats."""
        stored = self._api.file(request.path_params["file_id"])
        if stored is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "")
        return download(stored)

    def _of(self, request: Request) -> DemoPerson:
        person = self._people.get(request.path_params["person"])
        if person is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "")
        return person

    def _writer(self, request: Request) -> DemoPerson:
        person = self._of(request)
        if person.person.blocked:
            raise HTTPException(HTTPStatus.CONFLICT, texts_in(person.language).plain("playground-blocked"))
        return person
