// What a message carries besides text: a photo, a document, a place.
import { draw, find, icon, make } from "./dom.js";
import { size, text } from "./words.js";

const TALLEST = 340; // pixels of a photo in the chat

export function media(message) {
  if (message.photo) return photo(message.photo);
  const file = message.document ?? message.video ?? message.audio ?? message.voice ?? message.animation;
  if (file) return document_(file);
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location, text("playground-location"), coordinates(message.location));
  return null;
}

const address = (file) => `/files/${encodeURIComponent(file.file_id)}`;

function photo(sizes) {
  const largest = sizes.reduce((best, other) => (other.width > best.width ? other : best));
  const { width, height } = largest;
  const shown = Math.round(Math.min(width, TALLEST * (width / height)));
  const picture = make("img", { src: address(largest), alt: text("playground-photo") });
  Object.assign(picture, { width: shown, height: Math.round(shown * (height / width)) });
  const onclick = () => {
    find("#photo img").src = picture.src;
    find("#photo").showModal();
  };
  return make("button", { type: "button", className: "photo", ariaLabel: text("playground-photo"), onclick }, picture);
}

function document_(file) {
  const name = file.file_name ?? file.file_id;
  const extension = name.includes(".") ? name.split(".").pop().slice(0, 4) : "";
  return make(
    "a",
    { className: "document", href: address(file), download: name, ariaLabel: text("playground-download", { name }) },
    make("span", { className: "sheet", "data-extension": extension }, icon("file")),
    make("span", {}, make("b", {}, name), make("small", {}, size(file.file_size ?? 0))),
  );
}

const coordinates = ({ latitude, longitude }) => `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;

function place(location, title, line) {
  const { latitude, longitude } = location;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return make(
    "a",
    { className: "place", href, target: "_blank", rel: "noopener noreferrer", title: text("playground-open-map") },
    map(latitude, longitude),
    make("span", {}, make("b", {}, title), make("small", {}, line)),
  );
}

// A map of no place: streets, a park and water, turned by the coordinates so that two places look different.
function map(latitude, longitude) {
  const turn = (Math.round((latitude + longitude) * 1e4) % 60) - 30;
  const streets = [20, 62, 104, 146, 188, 230, 272].map((x, index) =>
    draw("path", {
      class: index % 3 ? "street" : "road",
      d: `M${x - 60} -80 L${x + 20} 240 M-60 ${x - 70} L340 ${x - 40}`,
    }),
  );
  const ground = draw(
    "g",
    { transform: `rotate(${turn} 140 75)` },
    draw("path", { class: "water", d: "M-80 118c70-34 120 20 190-4s110-40 260-10v180H-80z" }),
    draw("rect", { class: "park", x: 172, y: 6, width: 66, height: 52, rx: 8 }),
    ...streets,
  );
  const pin = draw(
    "g",
    { transform: "translate(140 78)" },
    draw("ellipse", { class: "shadow", rx: 11, ry: 4 }),
    draw("path", { class: "pin", d: "M0 0c-4-9-17-18-17-30a17 17 0 0 1 34 0C17-18 4-9 0 0z" }),
    draw("circle", { class: "hole", cy: -30, r: 6.5 }),
  );
  return draw(
    "svg",
    { viewBox: "0 0 280 130", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    ground,
    pin,
  );
}
