// Three questions to tap, until the person has asked the first one.
import { find, make } from "./dom.js";
import { isMine, messagesOf, myChat, state } from "./state.js";
import { text } from "./words.js";

const ATTENDEES = ["playground-suggestion-1", "playground-suggestion-2", "playground-suggestion-3"];
const ORGANISERS = [
  "playground-organiser-suggestion-1",
  "playground-organiser-suggestion-2",
  "playground-organiser-suggestion-3",
];
const chips = find("#chips");

export function drawChips(say) {
  const asked = [...messagesOf(myChat()), ...myChat().pending]
    .filter(isMine)
    .some((message) => !message.text?.startsWith("/start"));
  chips.hidden = asked;
  if (asked) return;
  const ids = state.me.organiser ? ORGANISERS : ATTENDEES;
  chips.replaceChildren(...ids.map((id) => chip(text(id), say)));
}

const chip = (words, say) => make("button", { type: "button", onclick: () => say(words) }, words);
