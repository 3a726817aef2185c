// Review by keyboard: the place of the key counts, not its letter, so that Arabic and Latin layouts work alike.
document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = document.querySelector(`[data-key="${event.code}"]`);
  if (!target) return;
  event.preventDefault();
  target.click();
});
