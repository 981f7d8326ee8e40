// The expo's clock: shows it running, and moves it on.
import { api } from "./api.js";
import { find } from "./dom.js";
import { toast } from "./notices.js";
import { clockTime, hourOf, longDate, shortDate, text, useZone } from "./words.js";

const card = find("#clock");
let origin = null; // expo milliseconds at `since`
let since = 0;
let speed = 1;

export function startClock() {
  for (const button of card.querySelectorAll("[data-by]"))
    button.onclick = () => move({ by: Number(button.dataset.by) });
  find("#next-due").onclick = () => move({ next_due: true });
  find("#speed").onchange = (event) => move({ speed: Number(event.target.value) });
  tick();
}

async function move(how) {
  const clock = await api.moveClock(how).catch(() => null);
  if (!clock) return;
  if (how.next_due && !clock.moved) toast(text("playground-nothing-due"));
  setClock(clock);
}

export function setClock(clock) {
  useZone(clock.zone);
  origin = Date.parse(clock.now);
  since = performance.now();
  speed = clock.speed;
  const due = find("#due-time");
  due.textContent = clock.next_due ? clockTime(new Date(clock.next_due)) : "";
  find("#next-due").classList.toggle("idle", !clock.next_due);
  for (const radio of document.querySelectorAll("[name=speed]")) radio.checked = Number(radio.value) === speed;
  show();
}

const SKIES = [
  [5, "night"],
  [9, "dawn"],
  [17, "day"],
  [21, "dusk"],
  [24, "night"],
];

function show() {
  const now = new Date(origin + (performance.now() - since) * speed);
  const [hours, minutes, seconds] = clockTime(now, true).split(":");
  const face = find("#clock-time");
  face.dateTime = now.toISOString();
  face.textContent = `${hours}:${minutes}`;
  face.dataset.seconds = seconds;
  find(".long", card).textContent = longDate(now);
  find(".short", card).textContent = shortDate(now);
  card.dataset.sky = SKIES.find(([until]) => hourOf(now) < until)[1];
}

function tick() {
  if (origin !== null && !document.hidden) show();
  setTimeout(tick, speed > 1 ? 100 : 500);
}

let asked = 0;

// What is due next changes with every message: asks again, once for a burst.
export function refreshClock(delay = 400) {
  clearTimeout(asked);
  asked = setTimeout(() => api.clock().then(setClock, () => {}), delay);
}
