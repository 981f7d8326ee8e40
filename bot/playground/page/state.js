// What the page knows: the bot, the people and their chats. Views listen and draw.
export const state = { bot: { name: "", username: "" }, people: [], place: null, me: null, chats: new Map() };

const listeners = [];

export const onChange = (listener) => listeners.push(listener);
export const changed = () => listeners.forEach((listener) => listener());

export const myChat = () => chatOf(state.me.id);

export function chatOf(id) {
  if (!state.chats.has(id)) state.chats.set(id, { messages: new Map(), pending: [], unread: 0, typing: false });
  return state.chats.get(id);
}

export const isMine = (message) => !message.from?.is_bot;

export function setMessages(id, messages) {
  chatOf(id).messages = new Map(messages.map((message) => [message.message_id, message]));
}

export const messagesOf = (chat) => [...chat.messages.values()].sort((one, other) => one.message_id - other.message_id);

export function change(id, message) {
  chatOf(id).messages.set(message.message_id, message);
}

// Takes a new message in, however often it is told of; one's own replaces the one that was being sent.
export function take(id, message) {
  const chat = chatOf(id);
  if (chat.messages.has(message.message_id)) return;
  chat.messages.set(message.message_id, message);
  if (isMine(message)) chat.pending = chat.pending.filter((pending) => pending.text !== message.text);
  else {
    chat.typing = false;
    if (id !== state.me.id || document.hidden) chat.unread += 1;
  }
}

export function drop(id, messageId) {
  chatOf(id).messages.delete(messageId);
}
