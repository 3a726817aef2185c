// Home: the map and the timeline follow the list, which htmx replaces when a filter changes.
import { openMap } from "./map.js";
import { openTimeline } from "./timeline.js";

function start() {
  const found = document.getElementById("found");
  if (!found || found.dataset.started) return;
  found.dataset.started = "yes";
  const asked = { query: found.dataset.query, lang: found.dataset.lang };
  openMap(document.getElementById("map"), asked);
  openTimeline(document.getElementById("timeline"), asked);
}

// A form's empty fields have no place in an address.
document.addEventListener("formdata", (event) => {
  if (event.target.id !== "filters") return;
  for (const [name, value] of [...event.formData.entries()]) if (!value) event.formData.delete(name);
});
for (const name of ["htmx:after:swap", "htmx:afterSwap", "htmx:after:settle"]) document.addEventListener(name, start);
new MutationObserver(start).observe(document.getElementById("main"), { childList: true });
start();
