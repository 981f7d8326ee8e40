// What the page knows: the bot, the people and their chats. Views listen and draw.
export const state = { bot: { name: "", username: "" }, people: [], place: null, me: null, chats: new Map() };

const listeners = [];

export const onChange = (listener) => listeners.push(listener);
export const changed = (what) => listeners.forEach((listener) => listener(what));

export const myChat = () => chatOf(state.me.id);

export function chatOf(id) {
  if (!state.chats.has(id)) state.chats.set(id, { messages: new Map(), pending: [], unread: 0, typing: false });
  return state.chats.get(id);
}

export const isMine = (message) => !message.from?.is_bot;

export function setMessages(id, messages) {
  chatOf(id).messages = new Map(messages.map((message) => [message.message_id, message]));
}

// Takes a new or edited message in; a new one of one's own replaces the one that was being sent.
export function take(id, message) {
  const chat = chatOf(id);
  const isNew = !chat.messages.has(message.message_id);
  chat.messages.set(message.message_id, message);
  if (!isNew) return;
  if (isMine(message)) chat.pending = chat.pending.filter((pending) => pending.text !== message.text);
  else {
    chat.typing = false;
    if (id !== state.me.id || document.hidden) chat.unread += 1;
  }
}

export function drop(id, messageId) {
  chatOf(id).messages.delete(messageId);
}
