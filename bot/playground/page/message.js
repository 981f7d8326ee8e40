// One message: its bubble, its buttons.
import { make } from "./dom.js";
import { render } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { media } from "./media.js";
import { isMine, state } from "./state.js";
import { clockTime, text } from "./words.js";

export const momentOf = (message) => new Date(message.date * 1000);

export function bubble(message, act) {
  const mine = isMine(message);
  const item = make("div", { className: `message ${mine ? "mine" : "theirs"}`, "data-id": message.message_id });
  const author = make("span", { className: "unseen" }, mine ? text("playground-you") : state.bot.name);
  item.append(
    make("div", { className: "bubble" }, author, quote(message), media(message), words(message, act), stamp(message)),
  );
  const buttons = keyboard(message, act);
  if (buttons) item.append(buttons);
  return item;
}

export function pendingBubble(sending, act) {
  const item = make("div", { className: "message mine pending", ariaLabel: text("playground-sending") });
  item.append(make("div", { className: "bubble" }, words({ text: sending.text }, act)));
  return item;
}

function words(message, act) {
  const body = message.text ?? message.caption;
  if (!body) return null;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  return make("div", { className: "words", dir: "auto" }, render(body, entities, act));
}

function quote(message) {
  const original = message.reply_to_message;
  const body = original?.text ?? original?.caption;
  return body ? make("div", { className: "quote" }, body) : null;
}

function stamp(message) {
  const moment = momentOf(message);
  const line = make("span", { className: "stamp" });
  if (message.edit_date) line.append(make("i", {}, text("playground-edited")), " ");
  line.append(make("time", { dateTime: moment.toISOString() }, clockTime(moment)));
  return line;
}
