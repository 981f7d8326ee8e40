// Where the person writes: text, a file, a place.
import { api } from "./api.js";
import { commandKey, hideCommands, startCommands } from "./commands.js";
import { find } from "./dom.js";
import { startMenu } from "./menu.js";
import { toast } from "./notices.js";
import { changed, chatOf, myChat, state, take } from "./state.js";
import { text } from "./words.js";

const LARGEST = 50 * 1024 * 1024; // bytes
const LONGEST = { text: 4096, caption: 1024 };
const field = find("#text");
const picker = find("#file");
const attachment = find("#attachment");
let file = null;

export function startComposer() {
  startCommands(say);
  startMenu(find("#attach"), find("#attach-menu"));
  find("#composer").onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  field.onkeydown = (event) => {
    if (commandKey(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  };
  find("#attach-file").onclick = () => picker.click();
  find("#attach-location").onclick = () => attempt(api.location(state.me.id, state.place));
  picker.onchange = () => attach(picker.files[0]);
  find("button", attachment).onclick = () => attach(null);
  field.onpaste = (event) => event.clipboardData.files[0] && attach(event.clipboardData.files[0]);
  if (!CSS.supports("field-sizing", "content")) field.addEventListener("input", grow);
  acceptDrops(find("#chat"));
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

function acceptDrops(area) {
  area.ondragover = (event) => event.preventDefault();
  area.ondrop = (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) attach(event.dataTransfer.files[0]);
  };
}

function attach(chosen) {
  picker.value = "";
  const tooLarge = chosen && chosen.size > LARGEST;
  if (tooLarge) toast(text("playground-too-large"));
  file = tooLarge ? null : chosen;
  attachment.hidden = !file;
  field.maxLength = file ? LONGEST.caption : LONGEST.text;
  find("span", attachment).textContent = file?.name ?? "";
  field.focus();
}

export function write(words) {
  field.value = words;
  field.focus();
}

function submit() {
  const words = field.value.trim();
  const upload = file;
  if (!words && !upload) return;
  field.value = "";
  hideCommands();
  attach(null);
  if (upload) attempt(api.upload(state.me.id, upload, words));
  else say(words);
}

// Sends the text; it stands in the chat at once, and goes again when it did not get through.
export async function say(words) {
  if (field.value.startsWith("/")) field.value = "";
  const { id } = state.me;
  const sending = { text: words };
  myChat().pending.push(sending);
  changed();
  const message = await attempt(api.send(id, words));
  const chat = chatOf(id);
  chat.pending = chat.pending.filter((other) => other !== sending);
  if (message) take(id, message);
  else if (id === state.me.id && !field.value) write(words);
  changed();
}

async function attempt(request) {
  try {
    return await request;
  } catch (error) {
    toast(error.message || text("playground-not-sent"));
    return null;
  }
}
