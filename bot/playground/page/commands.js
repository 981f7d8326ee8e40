// The "/" menu: the bot's commands for this person, filtered by what is typed.
import { api } from "./api.js";
import { find, make } from "./dom.js";
import { state } from "./state.js";

const list = find("#commands");
const field = find("#text");
const slash = find("#slash");
let commands = [];
let active = 0;
let choose = () => {};

export function startCommands(chosen) {
  choose = chosen;
  slash.onclick = () => {
    if (list.hidden) show(commands);
    else hideCommands();
    field.focus();
  };
  field.addEventListener("input", suggest);
  document.addEventListener("pointerdown", ({ target }) => {
    if (![list, slash, field].some((node) => node.contains(target))) hideCommands();
  });
}

export async function loadCommands() {
  commands = await api.commands(state.me.id);
  slash.hidden = commands.length === 0;
}

function suggest() {
  const typed = /^\/(\w*)$/.exec(field.value)?.[1];
  if (typed === undefined) hideCommands();
  else show(commands.filter(({ command }) => command.startsWith(typed.toLowerCase())));
}

function show(some) {
  list.replaceChildren(...some.map(option));
  list.hidden = some.length === 0;
  mark(0);
  expanded(!list.hidden);
}

export function hideCommands() {
  list.hidden = true;
  expanded(false);
}

function expanded(open) {
  slash.setAttribute("aria-expanded", open);
  if (!open) field.removeAttribute("aria-activedescendant");
}

function option({ command, description }, index) {
  const item = make("li", { id: `command-${index}`, role: "option", "data-command": command });
  item.append(make("b", {}, `/${command}`), make("span", {}, description));
  item.onpointerdown = (event) => event.preventDefault();
  item.onclick = () => pick(command);
  return item;
}

function mark(index) {
  const items = [...list.children];
  if (!items.length) return;
  active = (index + items.length) % items.length;
  items.forEach((item, at) => item.setAttribute("aria-selected", at === active));
  field.setAttribute("aria-activedescendant", items[active].id);
  items[active].scrollIntoView({ block: "nearest" });
}

function pick(command) {
  hideCommands();
  choose(`/${command}`);
}

// Gives whether the key was the menu's.
export function commandKey(event) {
  if (list.hidden) return false;
  const command = list.children[active]?.dataset.command;
  const keys = {
    ArrowDown: () => mark(active + 1),
    ArrowUp: () => mark(active - 1),
    Escape: hideCommands,
    Enter: () => pick(command),
    Tab: () => {
      field.value = `/${command} `;
      hideCommands();
    },
  };
  if (!keys[event.key] || event.isComposing || event.shiftKey) return false;
  event.preventDefault();
  keys[event.key]();
  return true;
}
