// The script of the console: it makes pages quicker, and everything works without it. It opens pages with forms in a dialog,
// searches while one types, lists and searches checkboxes, reloads lists, copies, asks for confirmation, sends a form once,
// handles keys, shows local times, and follows the sign-in link that a rehearsal prints.

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
  for (const each of all("[data-scripted]", root)) each.hidden = false;
  for (const each of all("[data-picker]", root)) improvePicker(each);
  for (const each of all("[data-now]", root)) {
    each.addEventListener("change", () => each.form.requestSubmit());
  }
  for (const each of all("time[title]", root)) {
    each.title +=
      " \n" +
      new Date(each.dateTime).toLocaleString(document.documentElement.lang, { timeZoneName: "short" });
  }
}
function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
// Checked boxes become chips that uncheck them; added are a search, buttons that check several, and a list of the changes in
// the foot of the form.
function improvePicker(picker) {
  const [chips, find, none] = ["[data-chosen]", "[type=search]", "[data-nothing]"].map((each) =>
    one(each, picker),
  );
  const boxes = [...all("[type=checkbox]", picker)];
  const nameOf = (box) => one("b", box.parentNode).textContent;
  const chipOf = (box) => {
    if (box.disabled) return make("span", { className: "chip" }, nameOf(box));
    const ariaLabel = chips.dataset.drop.replace("{role}", nameOf(box));
    const chip = make("button", { className: "chip", type: "button", ariaLabel }, `${nameOf(box)} ×`);
    chip.onclick = () => {
      box.click();
      (one("button", chips) ?? find ?? box).focus();
    };
    return chip;
  };
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked);
    chips.replaceChildren(...(chosen.length > 0 ? chosen.map(chipOf) : [chips.dataset.none]));
    const does = picker.dataset.picker;
    const more = chosen.filter((box) => box.dataset.held === undefined);
    const less =
      does === "takes" ? chosen : boxes.filter((box) => box.dataset.held !== undefined && !box.checked);
    const changes = [
      ...(does === "takes" ? [] : more.map((box) => make("ins", {}, `+ ${nameOf(box)} `))),
      ...less.map((box) => make("del", {}, `− ${nameOf(box)} `)),
    ];
    if (does) one("output", picker.form)?.replaceChildren(...changes);
  };
  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/);
    for (const { parentNode } of boxes) {
      const text = `${parentNode.title} ${parentNode.textContent}`.toLowerCase();
      parentNode.hidden = !words.every((word) => text.includes(word));
    }
    for (const each of all("fieldset", picker)) each.hidden = !one("label:not([hidden])", each);
    none.hidden = boxes.some((box) => !box.parentNode.hidden);
  };
  // The field changes when it loses the focus to a chip; the chip must stay in place to be clicked.
  picker.addEventListener("change", ({ target }) => target !== find && tell());
  find?.addEventListener("input", filter);
  // Enter chooses the first role that is found; the arrow leads to it.
  find?.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey } = event;
    if ((key !== "Enter" && key !== "ArrowDown") || ctrlKey || metaKey) return;
    event.preventDefault();
    const found = boxes.filter((box) => !box.parentNode.hidden && !box.disabled);
    const typed = find.value.toLowerCase();
    const first = found.find((box) => nameOf(box).toLowerCase().startsWith(typed)) ?? found[0];
    if (key === "ArrowDown") return first?.focus();
    if (find.value !== "") first?.click();
    find.select();
  });
  for (const each of all("[data-roles]", picker)) {
    each.addEventListener("click", () => {
      const wanted = each.dataset.roles.split(" ");
      for (const box of boxes) if (!box.disabled) box.checked = wanted.includes(box.value);
      tell();
    });
  }
  tell();
}
/** Shows an indicator above everything else after 300 ms, until the work is done. */
async function awaited(work) {
  const bar = make("div", { className: "busy", popover: "manual" });
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
/**
 * Opens a dialog with its title and a cross above, and the focus in its first field; on closing, the focus returns to the
 * opener.
 */
function show(dialog, opener) {
  if (!one("header", dialog)) {
    const ariaLabel = document.body.dataset.close;
    const cross = make("button", { type: "button", className: "glyph", ariaLabel }, "×");
    cross.dataset.close = "";
    const title = one("h1, h2", dialog);
    title.id ||= `title-${all("dialog").length}`;
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.prepend(make("header", {}, title, cross));
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
  const dialog = make("dialog", {}, ...one("main", page).childNodes);
  document.body.append(dialog);
  for (const form of all("form[method=post]", dialog)) {
    if (!form.hasAttribute("action")) form.action = address;
  }
  improve(dialog);
  show(dialog, opener);
}
function sure(form, button) {
  const no = make("button", { className: "button", autofocus: true }, document.body.dataset.cancel);
  no.dataset.close = "";
  const yes = make("button", { className: "button danger primary" }, button.textContent);
  const question = make("h1", {}, form.elements.confirm.value);
  const dialog = make("dialog", {}, question, make("div", { className: "foot" }, no, yes));
  document.body.append(dialog);
  yes.addEventListener("click", () => {
    form.elements.confirm.disabled = true;
    form.dataset.sure = "1";
    form.requestSubmit(button);
    dialog.close();
  });
  show(dialog, button);
}
addEventListener("mousedown", ({ target, clientX: x, clientY: y, timeStamp }) => {
  // The second click of a double click falls beside the dialog that the first one opened.
  if (!target.matches?.("dialog:modal") || timeStamp - target.since < 500) return;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  if (x < left || x > right || y < top || y > bottom) target.close();
});
let asked = 0;
async function search(form, isQuiet) {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value !== "") address.searchParams.append(name, value);
  const mine = ++asked;
  const page = await (isQuiet ? read(address) : awaited(read(address))).catch(() => undefined);
  const into = form.dataset.hits === undefined ? "#found" : "#hits";
  const [old, fresh] = [one(into, form.closest("dialog") ?? document), page && one(into, page)];
  if (mine !== asked || !old || !fresh || (isQuiet && mustStay(old))) return;
  old.replaceWith(fresh);
  improve(fresh);
  if (!form.closest("dialog")) history.replaceState(null, "", address);
  if (!isQuiet) say(fresh.dataset.count ?? "");
}
/**
 * Reports whether a part of the page must not be replaced now: the page is hidden, or the focus is in the part, or a dialog is
 * open.
 */
const mustStay = (shown) =>
  document.hidden || shown?.contains(document.activeElement) || one("dialog[open]") !== null;
const every = one("[data-every]");
if (every) {
  setInterval(() => {
    if (every.checked && !mustStay(one("#found"))) search(every.form, true);
  }, every.dataset.every * 1000);
}
// The suggestions match the text of the line with the caret, and the selected one is written into that line.
const typedAt = ({ value, selectionStart: end }) => {
  const start = Math.max(...[",", ";", "\n"].map((each) => value.lastIndexOf(each, end - 1))) + 1;
  return { start, end, text: value.slice(start, end).trim() };
};
async function suggest(area) {
  const { form } = area;
  const { text } = typedAt(area);
  const address = new URL(form.action);
  address.searchParams.set("q", text);
  const page = text.length < 2 || text.includes("@") ? undefined : await read(address).catch(() => undefined);
  const found = page && one("[data-offered]", page);
  if (typedAt(area).text === text) one("[data-offered]", form).replaceChildren(...(found?.childNodes ?? []));
}
let waits;
/** Resolves once the text that was typed last has been searched for. */
let searched = Promise.resolve();
addEventListener("input", ({ target }) => {
  const isLive = target.matches?.("[data-live]");
  if (!isLive && !target.matches?.("[data-suggest] textarea")) return;
  clearTimeout(waits);
  searched = new Promise((done) => {
    waits = setTimeout(() => (isLive ? search(target.form) : suggest(target)).then(done), 200);
  });
});
addEventListener("change", ({ target }) => {
  const area = target.closest?.("[data-offered]") && one("[data-suggest] textarea", target.form);
  if (!area) return;
  const { start, end } = typedAt(area);
  const lead = start > 0 && area.value[start - 1] !== "\n" ? " " : "";
  area.setRangeText(`${lead}${target.value}\n`, start, end, "end");
  one("[data-offered]", target.form).replaceChildren();
  area.focus();
});
// The button shows the number of addresses to invite.
addEventListener("input", ({ target }) => {
  const button = target.name === "addresses" && one("[data-many]", target.form);
  if (!button) return;
  button.dataset.none ??= button.textContent;
  const { size } = new Set(target.value.toLowerCase().match(/[^\s,;<>]+@[^\s,;<>]+/g));
  const { none, one: single, many } = button.dataset;
  button.textContent = size === 0 ? none : size === 1 ? single : many.replace("{count}", size);
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
  // A tap anywhere in the cell counts, because the box is small.
  if (target.matches?.("td.pick")) one("input", target)?.click();
  const copy = target.closest?.("[data-copy]");
  if (copy) {
    const block = copy.closest(".block")?.firstElementChild;
    const { text = (block ?? one(`#${copy.dataset.copy}`)).textContent } = copy.dataset;
    await navigator.clipboard?.writeText(text);
    copy.classList.add("copied");
    if (!copy.matches(".glyph")) copy.textContent = copy.dataset.copied;
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
  if (key === "Enter" && (ctrlKey || metaKey) && target.matches?.("textarea, [data-picker] [type=search]")) {
    return target.form.requestSubmit();
  }
  const field = one("main input[type=search]");
  if (
    key !== "/" ||
    !field ||
    ctrlKey ||
    metaKey ||
    altKey ||
    target.closest?.("input, textarea, select, dialog")
  ) {
    return;
  }
  event.preventDefault();
  field.select();
});
// The selected rows are written into the address of the list, and so into its search and the links to its other pages.
function keepPicked(form) {
  const name = form.dataset.keeps;
  const picked = new FormData(form).getAll(name);
  const said = one("[data-picked]", form);
  said.textContent = said.dataset.picked.replace("{count}", picked.length);
  const put = (address) => {
    for (const each of [name, "pick"]) address.searchParams.delete(each);
    for (const each of picked) address.searchParams.append(name, each);
    return address;
  };
  for (const link of all("main a[href]:not([data-clears])")) {
    const address = new URL(link.href);
    if (address.pathname === location.pathname) link.href = put(address);
  }
  const tools = one("form.tools");
  for (const each of all(`[name=${name}]`, tools)) each.remove();
  tools.append(...picked.map((value) => make("input", { type: "hidden", name, value })));
  history.replaceState(null, "", put(new URL(location)));
}
addEventListener("change", ({ target }) => {
  if (target.matches?.("[data-all]")) {
    for (const each of target.form.elements) {
      if (each.name === target.dataset.all) each.checked = target.checked;
    }
  }
  if (target.form?.dataset.keeps) keepPicked(target.form);
});
const typing = "input:not([type=checkbox], [type=radio]), textarea, select";
const rowsOf = "#rows tr, #found tbody tr, #found li";
const rowAt = () => document.activeElement?.closest(rowsOf);

function step(by) {
  const rows = [...all(rowsOf)].filter((row) => row.checkVisibility());
  const at = rows.indexOf(rowAt());
  const next =
    rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  next?.scrollIntoView({ block: "nearest" });
  if (next) (one("th a, a", next) ?? one("button, input", next))?.focus({ preventScroll: true });
}
const acts = {
  j: () => step(1),
  k: () => step(-1),
  x: () => rowAt()?.querySelector("input[type=checkbox]")?.click(),
  "?": () => ask("/search?keys"),
};
/** Moves the focus between the field of a search and its hits, with the arrow keys. */
function throughHits(event) {
  const root = one("dialog[open]:has(#hits)") ?? document;
  const field = one("form[data-hits] input[type=search]", root);
  const hits = [...all("#hits a", root)];
  const { target, key } = event;
  const at = hits.indexOf(target);
  if (!field || (target !== field && at < 0)) return;
  if (key === "Enter" && target === field) searched.then(() => one("#hits a", root)?.click());
  else if (key === "ArrowDown") (hits[at + 1] ?? target).focus();
  else if (key === "ArrowUp") (hits[at - 1] ?? field).focus();
  else return;
  event.preventDefault();
}
addEventListener("keydown", (event) => {
  const { target, key, ctrlKey, metaKey, altKey, isComposing } = event;
  if (altKey || isComposing) return;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== "k") return;
    event.preventDefault();
    if (!one("dialog[open]")) one("#palette")?.click();
    return;
  }
  throughHits(event);
  const act = acts[key];
  if (!act || target.closest?.(typing) || one("dialog[open]")) return;
  event.preventDefault();
  act();
});
if (/Mac|iP/.test(navigator.platform)) for (const each of all("#palette kbd")) each.textContent = "⌘K";

const anew = one("[data-anew]")?.id;
if (anew) {
  setInterval(async () => {
    const now = one(`#${anew}[data-anew]`);
    if (!now || mustStay(now)) return;
    const fresh = await read(location.href).then(
      (page) => one(`#${anew}`, page),
      () => undefined,
    );
    if (!fresh || mustStay(now) || fresh.textContent === now.textContent) return;
    now.replaceWith(fresh);
    improve(fresh);
  }, 2000);
}
improve(document);
// The dialog of a refused form is part of its page: it is opened as a dialog, with the reason.
const refused = one("main dialog[open]");
const why = one("main > [role=alert]");
if (refused) {
  if (why) one("h2", refused).after(why);
  show(refused, one(`[data-sheet="${refused.id}"]`));
}
if (document.activeElement === document.body || refused) {
  (one("main [aria-invalid=true]") ?? one("main [role=alert]"))?.focus();
}
// Screen readers announce only text that is added after loading, so the messages are added again.
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
