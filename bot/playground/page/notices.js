// What the bot says beside the conversation: a toast that goes, or a dialog that stays.
import { find, make } from "./dom.js";

const SHOWN = 3500;

export function toast(words) {
  const note = make("p", {}, words);
  find("#toast").replaceChildren(note);
  setTimeout(() => note.remove(), SHOWN);
}

export function alert(words) {
  find("#alert p").textContent = words;
  find("#alert").showModal();
}
