// Three questions to tap, until the person has asked the first one.
import { find, make } from "./dom.js";
import { isMine, messagesOf, myChat, state } from "./state.js";
import { text } from "./words.js";

const chips = find("#chips");

export function drawChips(say) {
  const asked = [...messagesOf(myChat()), ...myChat().pending]
    .filter(isMine)
    .some((message) => !message.text?.startsWith("/start"));
  chips.hidden = asked;
  if (asked) return;
  const kind = state.me.organiser ? "playground-organiser-suggestion" : "playground-suggestion";
  chips.replaceChildren(...[1, 2, 3].map((number) => chip(text(`${kind}-${number}`), say)));
}

const chip = (words, say) => make("button", { type: "button", onclick: () => say(words) }, words);
