// A small script that makes the console quicker. Everything works without it.

/** Asks for confirmation, stops a second click from sending a form twice, and copies secrets. */
export const script = `
"use strict";
addEventListener("submit", (event) => {
  const button = event.submitter;
  if (button?.dataset.confirm && !confirm(button.dataset.confirm)) return event.preventDefault();
  if (event.target.dataset.sent) return event.preventDefault();
  event.target.dataset.sent = "1";
  addEventListener("pageshow", () => delete event.target.dataset.sent, { once: true });
});
addEventListener("click", async (event) => {
  const copy = event.target.closest?.("[data-copy]");
  if (!copy) return;
  await navigator.clipboard?.writeText(document.getElementById(copy.dataset.copy).textContent);
  copy.textContent = copy.dataset.copied;
});
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
for (const filter of document.querySelectorAll("select[data-now]")) filter.addEventListener("change", () => filter.form.requestSubmit());
`.trim();
