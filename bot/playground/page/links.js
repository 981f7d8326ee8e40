// Where an address leads.
import { state } from "./state.js";

const SAFE = new Set(["http:", "https:", "tg:", "mailto:", "tel:"]);

export function isSafe(url) {
  return URL.canParse(url) && SAFE.has(new URL(url).protocol);
}

// What follows /start where the address is this very bot's, t.me/BOT?start=PAYLOAD; otherwise null.
export function startPayload(url) {
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  const inApp = protocol === "tg:" && hostname === "resolve";
  const name = inApp ? searchParams.get("domain") : hostname === "t.me" ? pathname.slice(1) : null;
  return name?.toLowerCase() === state.bot.username.toLowerCase() ? (searchParams.get("start") ?? "") : null;
}
