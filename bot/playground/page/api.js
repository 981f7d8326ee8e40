// The server cannot be reached.
export class Away extends Error {}

// The server's addresses. Each call gives the JSON that came, or throws an Error with the server's sentence.
async function call(path, body) {
  const options = { cache: "no-store" };
  if (body !== undefined) {
    options.method = "POST";
    options.body = body instanceof FormData ? body : JSON.stringify(body);
    if (!(body instanceof FormData)) options.headers = { "Content-Type": "application/json" };
  }
  const response = await fetch(path, options).catch(() => {
    throw new Away();
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? "");
  return answer;
}

export const api = {
  people: () => call("/people"),
  texts: (language) => call(`/texts/${language}`),
  commands: (person) => call(`/commands/${person}`),
  messages: (person) => call(`/chats/${person}/messages`),
  clock: () => call("/clock"),
  send: (person, text) => call(`/chats/${person}/messages`, { text }),
  press: (person, messageId, data) => call(`/chats/${person}/press`, { message_id: messageId, data }),
  location: (person, place) => call(`/chats/${person}/location`, place),
  moveClock: (how) => call("/clock", how),
  speakIn: (person, code) => call(`/people/${person}/language`, { language_code: code }),
  block: (person, blocked) => call(`/people/${person}/blocked`, { blocked }),
  upload(person, file, caption) {
    const form = new FormData();
    form.append("caption", caption);
    form.append("file", file);
    return call(`/chats/${person}/upload`, form);
  },
};

// Calls `opened` at each (re)connection, `heard` with each event, `lost` when the server is away.
export function listen({ opened, heard, lost }) {
  const source = new EventSource("/events");
  source.onopen = opened;
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onerror = () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ opened, heard, lost }), 1000);
  };
}
