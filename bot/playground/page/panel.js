// The side panel, a sheet on a phone, and the theme.
import { find } from "./dom.js";

const PHONE = matchMedia("(max-width: 860px)");

export function startPanel() {
  const side = find("#side");
  const more = find("#more");
  const show = (open) => {
    side.classList.toggle("open", open);
    more.setAttribute("aria-expanded", open);
  };
  more.onclick = () => show(!side.classList.contains("open"));
  document.addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  document.addEventListener("pointerdown", (event) => {
    if (!side.contains(event.target) && !more.contains(event.target)) show(false);
  });
  find("#theme").onclick = switchTheme;
  PHONE.onchange = settleSpeed;
  settleSpeed();
}

// The strip of a phone's clock has no room for the speed.
function settleSpeed() {
  if (PHONE.matches) find("#side .card").prepend(find("#speed"));
  else find("#clock .help").before(find("#speed"));
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}
