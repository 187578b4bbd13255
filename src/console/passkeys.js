// The script of passkeys, on pages that ask for one: it shows their buttons, asks the browser, and sends the answer with the
// form.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const keys = (ids) => ids.map((id) => ({ type: "public-key", id: bytes(id) }));
const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
const fields = [...document.querySelectorAll("[data-passkey]")];
let asked;

/** Asks for a passkey, and puts the answer into the field; returns false if the person cancelled. */
async function answer(field, mediation) {
  asked?.abort();
  asked = new AbortController();
  const { user, known, challenge, ...rest } = JSON.parse(field.dataset.passkey);
  const publicKey = { ...rest, challenge: bytes(challenge) };
  if (user) {
    Object.assign(publicKey, { user: { ...user, id: bytes(user.id) }, excludeCredentials: keys(known) });
  } else {
    publicKey.allowCredentials = keys(known);
  }
  try {
    const { signal } = asked;
    const options = mediation ? { publicKey, signal, mediation } : { publicKey, signal };
    const { id, response } = await navigator.credentials[user ? "create" : "get"](options);
    const given = parts.filter((name) => response[name]).map((name) => [name, textOf(response[name])]);
    field.value = JSON.stringify({ id, ...Object.fromEntries(given) });
    return true;
  } catch (reason) {
    if (mediation || reason.name === "AbortError") return false;
    const said = field.form.querySelector("[data-passkey-problem]");
    said.textContent = reason.name === "InvalidStateError" ? said.dataset.known : said.dataset.failed;
    return false;
  }
}

if (window.PublicKeyCredential && isSecureContext) {
  for (const { form } of fields) {
    for (const button of form.querySelectorAll("[data-passkey-button]")) button.hidden = false;
    for (const hint of form.querySelectorAll("[data-passkey-missing]")) hint.hidden = true;
  }
  addEventListener(
    "submit",
    async (event) => {
      const field = fields.find(({ form, value }) => form === event.target && value === "");
      if (!field) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      if (await answer(field)) field.form.requestSubmit(submitter);
    },
    { capture: true },
  );
  const waiting = fields.find(({ dataset }) => dataset.waits);
  if (waiting) {
    PublicKeyCredential.isConditionalMediationAvailable?.().then(async (isThere) => {
      if (isThere && (await answer(waiting, "conditional"))) waiting.form.requestSubmit();
    });
  }
  addEventListener("pageshow", () => {
    for (const field of fields) field.value = "";
  });
}
