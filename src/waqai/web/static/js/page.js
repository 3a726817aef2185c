// Every page: links that can be copied, messages that are said, menus that close.
const said = document.getElementById("said");

export function say(words) {
  said.replaceChildren(Object.assign(document.createElement("span"), { textContent: words }));
  clearTimeout(say.timer);
  say.timer = setTimeout(() => said.replaceChildren(), 2600);
}

function enhance(root) {
  for (const button of root.querySelectorAll("button.copy[hidden]")) {
    button.hidden = !navigator.clipboard;
  }
}

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("button.copy");
  if (copy) {
    await navigator.clipboard.writeText(new URL(copy.dataset.copy, location.href).href);
    say(copy.dataset.done);
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const back = event.target.closest("a[data-back]");
  if (back && document.referrer.startsWith(location.origin) && history.length > 1) {
    event.preventDefault();
    history.back();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
  const typing = event.target.closest?.("input, textarea, select");
  if (event.code === "Slash" && !typing && !event.ctrlKey && !event.metaKey) {
    const box = document.querySelector('input[type="search"]');
    if (box) { event.preventDefault(); box.focus(); }
  }
});
document.addEventListener("htmx:after:swap", () => enhance(document));
enhance(document);
