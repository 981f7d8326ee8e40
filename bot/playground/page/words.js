// The page's own words in the person's language, and dates and times as that language writes them.
import { api } from "./api.js";
import { find } from "./dom.js";

const loaded = new Map();
let words = {};
let locale = "en-GB";

export async function speak(language) {
  if (!loaded.has(language)) loaded.set(language, await api.texts(language));
  words = loaded.get(language);
  locale = language === "en" ? "en-GB" : language;
  document.documentElement.lang = language;
  fill(document);
}

// A text by its id; `{name}` in it stands for an argument.
export function text(id, values = {}) {
  return (words[id] ?? "").replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

function fill(root) {
  for (const node of root.querySelectorAll("[data-text]")) node.textContent = text(node.dataset.text);
  for (const node of root.querySelectorAll("[data-placeholder]")) {
    node.placeholder = text(node.dataset.placeholder);
    node.setAttribute("aria-label", node.placeholder);
  }
  for (const node of root.querySelectorAll("[data-label]")) label(node, text(node.dataset.label));
  label(find("#log"), text("playground-conversation", { name: find("#bot-name").textContent }));
}

export function label(node, words) {
  node.setAttribute("aria-label", words);
  if (node.tagName === "BUTTON") node.title = words;
}

let zone = "UTC";

export function useZone(name) {
  zone = name;
}

const FORMS = {
  time: { hourCycle: "h23", hour: "2-digit", minute: "2-digit" },
  seconds: { hourCycle: "h23", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  long: { weekday: "long", day: "numeric", month: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
  day: { year: "numeric", month: "2-digit", day: "2-digit" },
};
const formats = new Map(); // making one is slow

function format(form, moment, language = locale) {
  const key = `${form} ${language} ${zone}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language, { timeZone: zone, ...FORMS[form] }));
  return formats.get(key).format(moment);
}

// Hours and minutes stand with a colon in all four languages.
export const clockTime = (moment, seconds = false) => format(seconds ? "seconds" : "time", moment, "en-GB");
export const longDate = (moment) => format("long", moment);
export const shortDate = (moment) => format("short", moment);
export const dayKey = (moment) => format("day", moment, "en-GB");
export const hourOf = (moment) => Number(clockTime(moment).slice(0, 2));

export function size(bytes) {
  const units = [
    [1e6, "megabyte"],
    [1e3, "kilobyte"],
    [1, "byte"],
  ];
  const [divisor, unit] = units.find(([least]) => bytes >= least) ?? units[2];
  const options = { style: "unit", unit, maximumFractionDigits: divisor === 1e6 ? 1 : 0 };
  return new Intl.NumberFormat(locale, options).format(bytes / divisor);
}
