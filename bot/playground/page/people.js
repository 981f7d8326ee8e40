// Who one is: the switch between the people, and the language of one's Telegram.
import { api } from "./api.js";
import { find, make } from "./dom.js";
import { chatOf, state } from "./state.js";
import { label, text } from "./words.js";

const group = find("#people");

// `become` is called with the person chosen, `changedPerson` after a change of language or of blocking.
export function startPeople({ become, changedPerson }) {
  group.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const count = state.people.length;
    become(state.people[(state.people.indexOf(state.me) + step + count) % count]);
  };
  group.onclick = (event) => {
    const id = Number(event.target.closest("button")?.dataset.person);
    const person = state.people.find((other) => other.id === id);
    if (person) become(person);
  };
  find("#language").onchange = (event) => api.speakIn(state.me.id, event.target.value).then(changedPerson);
  find("#block").onclick = () => api.block(state.me.id, !state.me.blocked).then(changedPerson);
}

const roleOf = (person) => text(person.organiser ? "playground-organiser" : "playground-attendee");

export function drawPeople() {
  const focused = group.contains(document.activeElement);
  group.replaceChildren(...state.people.map(badge));
  if (focused) find("[aria-checked=true]", group).focus();
  find("#me").textContent = `${state.me.name} · ${roleOf(state.me)}`;
  for (const radio of document.querySelectorAll("[name=language]")) radio.checked = radio.value === state.me.language;
  find("#block").textContent = text(state.me.blocked ? "playground-unblock" : "playground-block");
}

function badge(person) {
  const mine = person === state.me;
  const { unread } = chatOf(person.id);
  const node = make("button", { type: "button", role: "radio", "data-person": person.id, tabIndex: mine ? 0 : -1 });
  node.setAttribute("aria-checked", mine);
  const picture = make("span", { className: "avatar", "data-organiser": person.organiser }, person.name.slice(0, 1));
  const names = make("span", { className: "names" }, make("b", {}, person.name), make("small", {}, roleOf(person)));
  node.append(picture, names);
  if (unread && !mine) node.append(make("i", { className: "unread" }, String(unread)));
  const words = [person.name, roleOf(person), unread && !mine ? text("playground-unread", { count: unread }) : ""];
  label(node, words.filter(Boolean).join(", "));
  return node;
}
