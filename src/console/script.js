// The script of the console: it makes pages quicker, and everything works without it. It opens pages that ask something in a dialog,
// searches while one types, has one choose roles, reads lists anew, copies, asks for confirmation, sends a form once, handles the keys / and Ctrl+Enter, shows
// local times, and follows the sign-in link that a rehearsal prints.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => root.querySelectorAll(selector);
const say = (text) => {
  const live = one("#live");
  if (live) live.textContent = text;
};
const read = async (address) => {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok || new URL(answer.url).pathname !== new URL(address, location).pathname) throw answer;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};
function improve(root) {
  for (const each of all("[data-copy]", root)) each.hidden = false;
  for (const each of all("[data-scriptless]", root)) each.hidden = true;
  for (const each of all("label:has([data-every]), [data-scripted]", root)) each.hidden = false;
  for (const each of all("[data-picker]", root)) roles(each);
  for (const each of all("[data-now]", root))
    each.addEventListener("change", () => each.form.requestSubmit());
  for (const each of all("time[title]", root))
    each.title +=
      " \n" +
      new Date(each.dateTime).toLocaleString(document.documentElement.lang, { timeZoneName: "short" });
}
const make = (name, text, more) =>
  Object.assign(document.createElement(name), { textContent: text, ...more });
// Chosen roles as chips that take them off, a search, buttons that choose several, and in the foot of the form what would change.
function roles(picker) {
  const [chips, find, none] = ["[data-chosen]", "[type=search]", "[data-nothing]"].map((each) =>
    one(each, picker),
  );
  const boxes = [...all("[type=checkbox]", picker)];
  const nameOf = (box) => one("b", box.parentNode).textContent;
  const chipOf = (box) => {
    if (box.disabled) return make("span", nameOf(box), { className: "chip" });
    const chip = make("button", `${nameOf(box)} ×`, { className: "chip", type: "button" });
    chip.ariaLabel = chips.dataset.drop.replace("{role}", nameOf(box));
    chip.onclick = () => {
      box.click();
      (one("button", chips) ?? find ?? box).focus();
    };
    return chip;
  };
  const show = () => {
    const chosen = boxes.filter((box) => box.checked);
    chips.replaceChildren(...(chosen.length > 0 ? chosen.map(chipOf) : [chips.dataset.none]));
    const does = picker.dataset.picker;
    const more = chosen.filter((box) => box.dataset.held === undefined);
    const less =
      does === "takes" ? chosen : boxes.filter((box) => box.dataset.held !== undefined && !box.checked);
    const changes = [
      ...(does === "takes" ? [] : more.map((box) => make("ins", `+ ${nameOf(box)} `))),
      ...less.map((box) => make("del", `− ${nameOf(box)} `)),
    ];
    if (does) one("output", picker.form)?.replaceChildren(...changes);
  };
  const search = () => {
    const words = find.value.toLowerCase().split(/\s+/);
    for (const { parentNode } of boxes) {
      const text = `${parentNode.title} ${parentNode.textContent}`.toLowerCase();
      parentNode.hidden = !words.every((word) => text.includes(word));
    }
    for (const each of all("fieldset", picker)) each.hidden = !one("label:not([hidden])", each);
    none.hidden = boxes.some((box) => !box.parentNode.hidden);
  };
  // The search changes when it loses the focus to a chip, which must stay to be pressed.
  picker.addEventListener("change", ({ target }) => target !== find && show());
  find?.addEventListener("input", search);
  // Enter chooses the first role that is found; the arrow leads to it.
  find?.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey } = event;
    if ((key !== "Enter" && key !== "ArrowDown") || ctrlKey || metaKey) return;
    event.preventDefault();
    const first = boxes.find((box) => !box.parentNode.hidden && !box.disabled);
    if (key === "ArrowDown") return first?.focus();
    if (find.value !== "") first?.click();
    find.select();
  });
  for (const each of all("[data-roles]", picker))
    each.addEventListener("click", () => {
      const wanted = each.dataset.roles.split(" ");
      for (const box of boxes) if (!box.disabled) box.checked = wanted.includes(box.value);
      show();
    });
  show();
}
/** Shows after 300 ms that something is on its way, above all that is open. */
async function awaited(work) {
  const bar = document.createElement("div");
  bar.className = "busy";
  bar.popover = "manual";
  const shown = setTimeout(() => {
    document.body.append(bar);
    bar.showPopover?.();
    say(document.body.dataset.working);
  }, 300);
  return work.finally(() => {
    clearTimeout(shown);
    bar.remove();
  });
}
/** Opens a dialog with its title and a cross on top, and the focus in its first field; then the focus goes back to what opened it. */
function show(dialog, opener) {
  if (!one("header", dialog)) {
    const [head, cross] = [document.createElement("header"), document.createElement("button")];
    cross.type = "button";
    cross.className = "glyph";
    cross.dataset.close = "";
    cross.ariaLabel = document.body.dataset.close;
    cross.textContent = "×";
    const title = one("h1, h2", dialog);
    title.id ||= `title-${all("dialog").length}`;
    dialog.setAttribute("aria-labelledby", title.id);
    head.append(title, cross);
    dialog.prepend(head);
  }
  for (const each of all("[popover]:popover-open")) each.hidePopover();
  dialog.removeAttribute("open");
  dialog.showModal();
  dialog.since = performance.now();
  const field = ":is(input, select, textarea):not([type=hidden], :disabled)";
  const first = ["[autofocus]", field, ".foot button", "a[href]", "[data-close]"]
    .map((each) => one(each, dialog))
    .find((each) => each?.checkVisibility());
  first?.focus();
  const menu = opener?.closest("[popover]");
  const back = menu ? one(`[popovertarget="${menu.id}"]`) : opener;
  dialog.addEventListener(
    "close",
    () => {
      if (!dialog.id) dialog.remove();
      back?.focus();
    },
    { once: true },
  );
}
let opening = false;
async function ask(address, opener) {
  if (opening) return;
  opening = true;
  let page;
  try {
    page = await awaited(read(address));
  } catch {
    return location.assign(address);
  } finally {
    opening = false;
  }
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.append(...one("main", page).childNodes);
  for (const form of all("form[method=post]", dialog))
    if (!form.hasAttribute("action")) form.action = address;
  improve(dialog);
  show(dialog, opener);
}
function sure(form, button) {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  const [question, foot, no, yes] = ["h1", "div", "button", "button"].map((name) =>
    document.createElement(name),
  );
  question.textContent = form.elements.confirm.value;
  foot.className = "foot";
  yes.className = "button danger primary";
  yes.textContent = button.textContent;
  no.className = "button";
  no.textContent = document.body.dataset.cancel;
  no.dataset.close = "";
  no.autofocus = true;
  foot.append(no, yes);
  dialog.append(question, foot);
  yes.addEventListener("click", () => {
    form.elements.confirm.disabled = true;
    form.dataset.sure = "1";
    form.requestSubmit(button);
    dialog.close();
  });
  show(dialog, button);
}
addEventListener("mousedown", ({ target, clientX: x, clientY: y, timeStamp }) => {
  // The second press of a double click falls beside the dialog that the first one opened.
  if (!target.matches?.("dialog:modal") || timeStamp - target.since < 500) return;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  if (x < left || x > right || y < top || y > bottom) target.close();
});
let asked = 0;
async function search(form, isQuiet) {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value !== "") address.searchParams.set(name, value);
  const mine = ++asked;
  const page = await (isQuiet ? read(address) : awaited(read(address))).catch(() => undefined);
  const [old, fresh] = [one("#found"), page && one("#found", page)];
  if (mine !== asked || !old || !fresh) return;
  old.replaceWith(fresh);
  improve(fresh);
  history.replaceState(null, "", address);
  if (!isQuiet) say(fresh.dataset.count ?? "");
}
const every = one("[data-every]");
if (every)
  setInterval(() => {
    const isRead = document.hidden || one("#found")?.contains(document.activeElement) || one("dialog[open]");
    if (every.checked && !isRead) search(every.form, true);
  }, every.dataset.every * 1000);
let waits;
addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-live]")) return;
  clearTimeout(waits);
  waits = setTimeout(search, 200, target.form);
});
addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (submitter?.dataset.confirm && !target.dataset.sure) {
    event.preventDefault();
    return sure(target, submitter);
  }
  if (submitter?.dataset.dialog !== undefined) {
    const address = new URL(submitter.hasAttribute("formaction") ? submitter.formAction : target.action);
    address.search = new URLSearchParams(new FormData(target, submitter));
    event.preventDefault();
    return ask(address, submitter);
  }
  if (target.method === "get") return;
  if (target.dataset.sent) return event.preventDefault();
  target.dataset.sent = "1";
  awaited(new Promise((done) => addEventListener("pageshow", done, { once: true }))).then(
    () => delete target.dataset.sent,
  );
});
addEventListener("click", async (event) => {
  const { target, ctrlKey, metaKey, shiftKey, button } = event;
  const copy = target.closest?.("[data-copy]");
  if (copy) {
    await navigator.clipboard?.writeText(copy.dataset.text ?? one(`#${copy.dataset.copy}`).textContent);
    copy.classList.add("copied");
    if (!copy.dataset.text) copy.textContent = copy.dataset.copied;
    return say(copy.dataset.copied);
  }
  const closes = target.closest?.("dialog:modal [data-close]");
  const link = closes ?? target.closest?.("a[data-dialog], a[data-sheet]");
  if (!link || ctrlKey || metaKey || shiftKey || button > 0) return;
  event.preventDefault();
  if (closes) closes.closest("dialog").close();
  else if (link.dataset.sheet) show(one(`#${link.dataset.sheet}`), link);
  else ask(link.href, link);
});
addEventListener("keydown", (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (key === "Enter" && (ctrlKey || metaKey) && target.matches?.("textarea, [data-picker] [type=search]"))
    return target.form.requestSubmit();
  const field = one("main input[type=search]");
  if (
    key !== "/" ||
    !field ||
    ctrlKey ||
    metaKey ||
    altKey ||
    target.closest?.("input, textarea, select, dialog")
  )
    return;
  event.preventDefault();
  field.select();
});
addEventListener("change", ({ target }) => {
  if (target.matches?.("[data-all]"))
    for (const each of target.form.elements)
      if (each.name === target.dataset.all) each.checked = target.checked;
});
improve(document);
// A form that was refused is open in its page: with its reason it goes back into its dialog.
const refused = one("main dialog[open]");
const why = one("main > [role=alert]");
if (refused) {
  if (why) one("h2", refused).after(why);
  show(refused, one(`[data-sheet="${refused.id}"]`));
}
if (document.activeElement === document.body || refused)
  (one("main [aria-invalid=true]") ?? one("main [role=alert]"))?.focus();
// What stands in a page when it loads is read to nobody; what comes into it is.
setTimeout(() => {
  const told = one("main .notice.good");
  told?.append(...told.childNodes);
}, 300);
const signIn = one("form[data-link]");
if (signIn && location.hash.length > 1) {
  signIn.elements.secret.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  signIn.requestSubmit();
}
