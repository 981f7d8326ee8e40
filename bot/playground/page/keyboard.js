// The buttons under a message.
import { api } from "./api.js";
import { make } from "./dom.js";
import { isSafe } from "./links.js";
import { state } from "./state.js";
import { toast } from "./notices.js";
import { text } from "./words.js";

const WAIT = 10_000; // as long as a button may look busy without an answer

export function keyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const lines = rows.map((row) => make("div", {}, ...row.map((button) => key(message, button, act))));
  return make("div", { className: "keyboard" }, ...lines);
}

function key(message, button, act) {
  if (button.url && isSafe(button.url)) return anchor(button, act);
  const node = make("button", { type: "button", title: button.text }, make("span", {}, button.text));
  if (button.style) node.dataset.style = button.style;
  node.onclick = () => tapped(node, message, button, act);
  return node;
}

function anchor(button, act) {
  const onclick = (event) => {
    if (act({ url: button.url })) event.preventDefault();
  };
  const properties = { href: button.url, target: "_blank", rel: "noopener noreferrer", title: button.url, onclick };
  return make("a", { ...properties, className: "outside" }, make("span", {}, button.text));
}

async function tapped(node, message, button, act) {
  if (button.callback_data !== undefined) return press(node, message, button.callback_data);
  if (button.copy_text) {
    const { text: copied } = button.copy_text;
    return navigator.clipboard.writeText(copied).then(
      () => toast(text("playground-copied")),
      () => toast(copied), // the browser forbids it: at least it can be read
    );
  }
  const query = button.switch_inline_query_current_chat ?? button.switch_inline_query;
  return query === undefined ? undefined : act({ write: `@${state.bot.username} ${query}` });
}

async function press(node, message, data) {
  if (node.ariaBusy === "true") return;
  node.ariaBusy = "true";
  setTimeout(() => rest(node), WAIT);
  try {
    await api.press(state.me.id, message.message_id, data);
  } catch (error) {
    rest(node);
    toast(error.message || text("playground-not-sent"));
  }
}

const rest = (node) => node.removeAttribute("aria-busy");

// The bot has answered: no button waits any longer.
export const settle = () => document.querySelectorAll(".keyboard [aria-busy]").forEach(rest);
