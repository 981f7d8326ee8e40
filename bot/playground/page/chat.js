// The log of the person's chat: draws what changed, keeps to the bottom unless scrolled up.
import { find, make, place } from "./dom.js";
import { bubble, momentOf, pendingBubble } from "./message.js";
import { isMine, messagesOf, myChat, state } from "./state.js";
import { dayKey, longDate, text } from "./words.js";

const NEAR = 80; // pixels from the end that count as "at the bottom"
const log = find("#log");
const pill = find("#newest");
let drawn = new Map(); // message id -> {message, node}
let days = new Map();
let missed = 0;
let act = () => false;

export function startChat(perform) {
  act = perform;
  log.addEventListener("scroll", scrolled, { passive: true });
  new ResizeObserver(() => missed === 0 && stuck && toBottom()).observe(log);
  pill.onclick = () => toBottom(matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");
}

let stuck = true;
const atBottom = () => (stuck = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR);

let still = 0;

function scrolled() {
  if (atBottom()) caughtUp();
  log.classList.add("scrolling");
  clearTimeout(still);
  still = setTimeout(() => log.classList.remove("scrolling"), 1200);
}

function caughtUp() {
  missed = 0;
  pill.hidden = true;
}

function toBottom(behavior = "instant") {
  log.scrollTo({ top: log.scrollHeight, behavior });
  caughtUp();
}

// Another person, another language: everything anew, and not read aloud.
export function redraw() {
  log.ariaBusy = "true";
  drawn = new Map();
  days = new Map();
  log.replaceChildren();
  draw();
  toBottom();
  setTimeout(() => log.removeAttribute("aria-busy"));
}

export function draw() {
  const follow = atBottom();
  const before = new Set(drawn.keys());
  const chat = myChat();
  const nodes = chat.messages.size ? [] : [intro()];
  let previous = null;
  for (const message of messagesOf(chat)) {
    if (!previous || dayOf(previous) !== dayOf(message)) nodes.push(day(message));
    nodes.push(nodeOf(message));
    previous = message;
  }
  place(log, [...nodes, ...chat.pending.map((sending) => (sending.node ??= pendingBubble(sending, act)))]);
  group();
  keepPlace(chat, before, follow);
}

function keepPlace(chat, before, follow) {
  const fresh = messagesOf(chat).filter((message) => !before.has(message.message_id));
  if (!follow && !chat.pending.length && !fresh.some(isMine)) return miss(fresh.length);
  toBottom();
  return showFromItsTop(fresh.find((message) => !isMine(message)));
}

// An answer taller than the window is read from its first line on.
function showFromItsTop(message) {
  const node = message && nodeOf(message);
  if (node && node.offsetHeight > log.clientHeight) log.scrollTo({ top: node.offsetTop - 8, behavior: "instant" });
}

function miss(count) {
  missed += count;
  pill.hidden = missed === 0;
  find("b", pill).textContent = missed;
}

function nodeOf(message) {
  const old = drawn.get(message.message_id);
  if (old?.message === message) return old.node;
  const node = bubble(message, act);
  drawn.set(message.message_id, { message, node });
  if (old) takeOver(old.node, node);
  return node;
}

// An edited message stands where the old one stood, with the focus on the same button.
function takeOver(old, node) {
  const buttons = (item) => [...item.querySelectorAll(".keyboard :is(button, a)")];
  const focused = buttons(old).indexOf(document.activeElement);
  node.classList.add("flash");
  old.replaceWith(node);
  buttons(node)[focused]?.focus({ preventScroll: true });
}

const dayOf = (message) => dayKey(momentOf(message));

function day(message) {
  const key = dayOf(message);
  if (!days.has(key)) days.set(key, make("div", { className: "day" }, make("span", {}, longDate(momentOf(message)))));
  return days.get(key);
}

function intro() {
  const start = make("button", { type: "button", className: "primary", onclick: () => act({ command: "/start" }) });
  start.append(text("playground-start"));
  const words = make("p", {}, state.me.description || text("playground-intro"));
  const picture = make("img", { src: "/static/icon.svg", alt: "", width: 72, height: 72 });
  return make("div", { className: "intro" }, picture, make("h3", {}, state.bot.name), words, start);
}

// Messages of one side in a row stand closer; the last one has the tail.
function group() {
  const items = [...log.children];
  const side = (item) => ["mine", "theirs"].find((name) => item?.classList.contains(name));
  items.forEach((item, index) => item.classList.toggle("tail", side(item) !== side(items[index + 1])));
}
