// Puts the page together: loads, listens, and passes on what is tapped.
import { api, Away, listen } from "./api.js";
import { draw, redraw, startChat } from "./chat.js";
import { drawChips } from "./chips.js";
import { refreshClock, setClock, startClock } from "./clock.js";
import { loadCommands } from "./commands.js";
import { say, startComposer, write } from "./composer.js";
import { find } from "./dom.js";
import { settle } from "./keyboard.js";
import { isSafe, startPayload } from "./links.js";
import { alert, startDialogs, toast } from "./notices.js";
import { drawPeople, startPeople } from "./people.js";
import { startPanel } from "./panel.js";
import { change, changed, chatOf, drop, myChat, onChange, setMessages, state, take } from "./state.js";
import { speak, text } from "./words.js";

const TYPING = 5000; // a typing notice holds that long
let away = false;
let loading = Promise.resolve();
let missed = []; // the events since the reading began, null while nothing is read

// A tap inside a message; gives whether the page has dealt with it.
function act({ command, url, write: words }) {
  if (command) say(command);
  if (words) write(words);
  const payload = url ? startPayload(url) : null;
  if (payload !== null) say(`/start ${payload}`.trim());
  return payload !== null;
}

// Reads everything anew, one time after the other; what happens meanwhile is heard afterwards.
function load() {
  loading = loading.then(read).catch((error) => {
    if (!(error instanceof Away)) reportError(error); // one that is away is read at the next connection
  });
  return loading;
}

async function read() {
  missed = [];
  const [known, clock] = await Promise.all([api.people(), api.clock()]);
  Object.assign(state, known);
  state.me = personOf(state.me?.id) ?? state.people[0];
  setClock(clock);
  await Promise.all([speak(state.me.language), loadCommands(), ...state.people.map(loadChat)]);
  setClock(clock);
  drawAll();
  const events = missed;
  missed = null;
  events.forEach(heard);
}

const personOf = (id) => state.people.find((person) => person.id === id);

const loadChat = async (person) => setMessages(person.id, await api.messages(person.id));

function drawAll() {
  find("#bot-name").textContent = state.bot.name;
  redraw();
  drawAround();
}

function drawAround() {
  drawPeople();
  drawChips(say);
  const { typing } = myChat();
  find("#status").textContent = text(away ? "playground-connecting" : typing ? "playground-typing" : "playground-bot");
  find("#status").classList.toggle("typing", typing && !away);
  const unread = [...state.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  document.title = unread ? `(${unread}) ${state.bot.name}` : state.bot.name;
}

async function become(person) {
  state.me = person;
  myChat().unread = 0;
  await Promise.all([speak(person.language), loadCommands()]);
  refreshClock();
  drawAll();
}

const HEARD = {
  message: ({ chat_id: id, message }) => take(id, message),
  edit: ({ chat_id: id, message }) => change(id, message),
  delete: ({ chat_id: id, message_id: messageId }) => drop(id, messageId),
  typing: ({ chat_id: id }) => typing(chatOf(id)),
  blocked: ({ chat_id: id, blocked }) => (personOf(id).blocked = blocked),
  callback_answer: (event) => event.chat_id === state.me.id && answered(event),
  commands: loadCommands,
  clock: () => refreshClock(0),
  gap: load,
};

function heard(event) {
  if (missed) {
    missed.push(event);
    return;
  }
  HEARD[event.kind]?.(event);
  if (event.chat_id !== null) {
    refreshClock();
    changed();
  }
}

function answered({ text: words, show_alert: stays, url }) {
  settle();
  if (words) (stays ? alert : toast)(words);
  if (url && isSafe(url)) act({ url }) || window.open(url, "_blank", "noopener");
}

function typing(chat) {
  chat.typing = true;
  clearTimeout(chat.typingEnds);
  chat.typingEnds = setTimeout(() => {
    chat.typing = false;
    drawAround();
  }, TYPING);
}

onChange(() => {
  draw();
  drawAround();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden || !state.me) return;
  myChat().unread = 0;
  drawAround();
});

startChat(act);
startComposer();
startClock();
startPeople({ become, changedPerson: load });
startPanel();
startDialogs();
listen({
  opened: () => {
    away = false;
    load();
  },
  heard,
  lost: () => {
    away = true;
    if (state.me) drawAround();
  },
});
