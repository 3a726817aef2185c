// Dropped files join those chosen; a run's page follows it.
const drop = document.getElementById("drop");
if (drop) {
  const input = drop.querySelector("input"), output = drop.querySelector("output");
  const show = () => { output.textContent = [...input.files].slice(0, 6).map((f) => f.name).join(" · ") + (input.files.length > 6 ? ` … ${input.files.length}` : ""); };
  for (const name of ["dragover", "dragenter"]) drop.addEventListener(name, (e) => { e.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (e) => { e.preventDefault(); input.files = e.dataTransfer.files; show(); });
  input.addEventListener("change", show);
}
async function follow() {
  const run = document.getElementById("run");
  if (!run || run.dataset.running !== "yes") return;
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html").getElementById("run");
  if (page) run.replaceWith(page);
  setTimeout(follow, 700);
}
setTimeout(follow, 500);
