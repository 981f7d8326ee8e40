// What the bot says beside the conversation: a toast that goes, or a dialog that stays.
import { find, make } from "./dom.js";

const SHOWN = 3500;

export function toast(words) {
  const note = make("p", {}, words);
  find("#toast").replaceChildren(note);
  setTimeout(() => note.remove(), SHOWN);
}

// A tap beside an open dialog closes it.
export function startDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.onclick = (event) => event.target === dialog && dialog.close();
  }
}

export function alert(words) {
  find("#alert p").textContent = words;
  find("#alert").showModal();
}
