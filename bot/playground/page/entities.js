// Text with Telegram's entities to DOM nodes. Offsets are UTF-16 units, as JavaScript's own.
import { make } from "./dom.js";
import { isSafe } from "./links.js";
import { text as words } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]); // the line break after one is its own

// Gives a fragment; `act` is called with {command} or {url} when one is tapped.
export function render(text, entities, act) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted, act);
}

function between(text, start, end, entities, act) {
  const fragment = document.createDocumentFragment();
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    if (entity.offset < at || entity.offset >= end) continue;
    const stop = Math.min(end, entity.offset + entity.length);
    const inner = entities.slice(index + 1).filter((other) => other.offset < stop);
    fragment.append(text.slice(at, entity.offset));
    fragment.append(wrap(entity, between(text, entity.offset, stop, inner, act), text.slice(entity.offset, stop), act));
    at = BLOCKS.has(entity.type) && text[stop] === "\n" ? stop + 1 : stop;
  }
  fragment.append(text.slice(at, end));
  return fragment;
}

function wrap(entity, content, text, act) {
  switch (entity.type) {
    case "spoiler":
      return spoiler(content);
    case "blockquote":
    case "expandable_blockquote":
      return make("blockquote", {}, content);
    case "bot_command":
      return make("button", { type: "button", className: "link", onclick: () => act({ command: text }) }, content);
    case "text_link":
      return link(entity.url, content, act);
    case "url":
      return link(text.includes("://") ? text : `https://${text}`, content, act);
    case "email":
      return link(`mailto:${text}`, content, act);
    case "phone_number":
      return link(`tel:${text}`, content, act);
    case "mention":
      return link(`https://t.me/${text.slice(1)}`, content, act);
    default:
      return make(TAGS[entity.type] ?? "span", {}, content);
  }
}

function link(url, content, act) {
  if (!isSafe(url)) return make("span", {}, content);
  const onclick = (event) => {
    if (act({ url })) event.preventDefault();
  };
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url, onclick }, content);
}

function spoiler(content) {
  const cover = make("span", {
    className: "spoiler",
    role: "button",
    tabIndex: 0,
    ariaLabel: words("playground-reveal"),
  });
  const reveal = () => {
    cover.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  };
  cover.onclick = reveal;
  cover.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") reveal();
  };
  cover.append(content);
  return cover;
}
