// A small menu under a button: arrow keys move, Esc and a tap elsewhere close.
export function startMenu(button, menu) {
  const items = () => [...menu.querySelectorAll("[role=menuitem]")];
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", open);
    if (open) items()[0].focus();
  };
  const step = (by) => {
    const all = items();
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
  };
  button.onclick = () => show(menu.hidden);
  menu.onclick = () => show(false);
  menu.onkeydown = (event) => {
    const keys = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: () => (show(false), button.focus()) };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  };
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target) && !button.contains(event.target)) show(false);
  });
}
