// Takes the forms of pages: reads them, checks where they come from, and performs what they ask.
import { isForm } from "../core/contract/http-syntax.ts";
import type { HttpRequest } from "../core/http/request.ts";
import { Refusal } from "./client.ts";
import { confirmation } from "./confirming.tsx";
import { isFormToken } from "./cookies.ts";
import type { Form, Outcome, Page, Visit } from "./page.ts";
import { notFound, stale } from "./pages/not-found.tsx";
import type { ConsoleParts } from "./parts.ts";
import { askAgain, proofField, takeProof } from "./proving.tsx";
import { isSignedOut, lacksFactor } from "./refusals.ts";

/** The size limit in bytes. */
const largestForm = 100_000;

const noForm = new URLSearchParams();

export async function readSent(
  { readForm }: Pick<ConsoleParts, "readForm">,
  request: HttpRequest,
): Promise<URLSearchParams> {
  if (request.method !== "POST" || !isForm(request.headers["content-type"])) return noForm;
  return new URLSearchParams((await readForm(request, largestForm))?.toString("utf8"));
}

interface Submission {
  readonly request: HttpRequest;
  readonly visit: Visit;
  /** The secret of the browser, which its forms are bound to. */
  readonly browser: string;
  readonly sent: URLSearchParams;
}

/** Performs a form of a page. A form that is refused shows its page again, with the reason. */
export async function submit(
  { formKeys }: Pick<ConsoleParts, "formKeys">,
  page: Page,
  { request, visit, browser, sent }: Submission,
): Promise<Outcome> {
  const form = readForm(sent);
  // A form without its token was not made by this server for this browser (CSRF).
  if (!isFormToken(formKeys(), browser, visit.session, form.raw("form")) || isForeign(request, visit)) {
    return stale(visit);
  }
  const name = form.text("do");
  const perform = page.forms && Object.hasOwn(page.forms, name) ? page.forms[name] : undefined;
  if (perform === undefined) return { ...notFound(visit, undefined), status: 400 };
  if (form.raw("confirm") !== "") return confirmation(visit, sent);
  if (form.raw(proofField) !== "") {
    const refused = await takeProof(visit, form, sent);
    if (refused !== undefined) return refused;
  }
  try {
    return await perform(visit, form);
  } catch (reason) {
    if (!(reason instanceof Refusal) || isSignedOut(reason) || lacksFactor(reason)) throw reason;
    if (reason.code === "SIGN_IN_NOT_RECENT") return askAgain(visit, sent);
    const again = { ...visit, problem: { refusal: reason, form, name } };
    const shown = await page.show(again);
    return "title" in shown ? { ...shown, status: reason.status, visit: again } : shown;
  }
}

/** Reports whether the browser says that a form comes from another site; such a form is refused even with a valid token. */
function isForeign({ headers }: HttpRequest, { origin }: Visit): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return true;
  return headers.origin !== undefined && headers.origin !== origin && headers.origin !== "null";
}

function readForm(sent: URLSearchParams): Form {
  return {
    text: (name) => (sent.get(name) ?? "").trim(),
    raw: (name) => sent.get(name) ?? "",
    all: (name) => sent.getAll(name),
  };
}
