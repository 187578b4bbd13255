// Serves the pages: identifies the visitor, shows pages, takes forms, and redirects.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import createRouter from "find-my-way";
import { elapsed } from "../clock.ts";
import { isForm } from "../contract/forms.ts";
import { isLanguage } from "../contract/languages.ts";
import { isLoopback } from "../domain/loopback.ts";
import { addressOf, originOf } from "../domain/proxies.ts";
import type { Asked as Request } from "../http/asked.ts";
import type { PlainAnswer } from "../http/plain.ts";
import { carriedMinutes, openOnce, sealOnce } from "../secrets/shown-once.ts";
import { callsOf, Refusal } from "./client.ts";
import { codeOfPage, codeParameter, codeView, kindOf } from "./code.tsx";
import { confirmation } from "./confirming.tsx";
import {
  deviceCookie,
  doneCookie,
  formCookie,
  formToken,
  isFormToken,
  onceCookie,
  preferenceCookies,
  providerCookie,
  readCookies,
  sessionCookie,
  writeCookie,
} from "./cookies.ts";
import { announcedIn } from "./done.ts";
import { iconSheet } from "./kit/icon.tsx";
import { renderDocument } from "./layout.tsx";
import type { Document, Form, Once, Outcome, Page, SetCookie, Theme, View, Visit } from "./page.ts";
import { pages } from "./pages/index.ts";
import { notFound, nowhere, stale, unavailable } from "./pages/not-found.tsx";
import type { AnswerPage, ConsoleParts } from "./parts.ts";
import { script } from "./script.ts";
import { styleSheet } from "./style.ts";
import { preferredLanguage, wordsOf } from "./words/index.ts";

const release = createHash("sha256").update(styleSheet).update(script).digest("base64url").slice(0, 8);

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#001E2B"/><path d="M16 4c6 7 6 15 0 22-6-7-6-15 0-22Z" fill="#00ED64"/><path d="M16 8v20" stroke="#00684A" stroke-width="2"/></svg>';

const scriptlessPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Of a document in a frame: it may look as it likes, load nothing, and open its links beside. */
const framedPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

const pagePolicy = `${scriptlessPolicy}; script-src 'self'; connect-src 'self'`;

/** No page may be stored, framed, run scripts of other sites, or send its address to them. */
const securityHeaders = {
  "cache-control": "no-store",
  // The script reads pages of this server anew, into a list or a dialog.
  "content-security-policy": pagePolicy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Compressed when they are first asked for: they hold nothing that anybody could guess at by their length. */
const compressed = new Map<string, Buffer>();

function bodyOf(path: string, body: string, accepted: string | undefined): string | Buffer {
  if (!/\bgzip\b/.test(accepted ?? "")) return body;
  const known = compressed.get(path) ?? gzipSync(body);
  compressed.set(path, known);
  return known;
}

const assets: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  "/console/style.css": { type: "text/css; charset=utf-8", body: styleSheet },
  "/console/script.js": { type: "text/javascript; charset=utf-8", body: script },
  "/console/icon.svg": { type: "image/svg+xml", body: icon },
  "/console/icons.svg": { type: "image/svg+xml", body: iconSheet },
};

/** In bytes. */
const largestForm = 100_000;

/** Answers the requests of all pages and their assets. */
export function openPages(parts: ConsoleParts): AnswerPage {
  const router = createRouter({ ignoreTrailingSlash: true, maxParamLength: 1000 });
  for (const page of pages) {
    if (parts.dev !== undefined || !isRehearsal(page)) router.on("GET", page.path, () => {}, page);
  }

  return async (request) => {
    const { path } = request;
    const asset = assets[path];
    if (asset !== undefined && request.method !== "POST") {
      const body = bodyOf(path, asset.body, request.headers["accept-encoding"]);
      const headers = {
        ...securityHeaders,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "accept-encoding",
        "content-type": asset.type,
        ...(typeof body !== "string" && { "content-encoding": "gzip" }),
      };
      return { status: 200, headers, body };
    }
    const found = router.find("GET", path);
    if (found === null && !isRead(request, path)) return undefined;
    const params = (found?.params ?? {}) as Asked["params"];
    const sent = request.method === "POST" ? await readSent(parts, request) : noForm;
    return answer(parts, found?.store ?? nowhere, { request, params, sent });
  };
}

/** Whether a person reads the answer; who asks the API, or the controls, reads JSON whatever the address. */
const isRead = ({ method, headers }: Request, path: string) =>
  method !== "POST" &&
  headers.accept?.includes("text/html") === true &&
  !/^\/(api|_anteroom)(\/|$)/.test(path);

const noForm = new URLSearchParams();

async function readSent({ readForm }: ConsoleParts, { raw, headers }: Request): Promise<URLSearchParams> {
  if (!isForm(headers["content-type"])) return noForm;
  return new URLSearchParams((await readForm(raw, largestForm))?.toString("utf8"));
}

/** A request for a page, with the parameters of its path, and the form it brings. */
interface Asked {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly sent: URLSearchParams;
}

const isRehearsal = ({ path }: Page) => path.startsWith("/rehearsal");

async function answer(parts: ConsoleParts, page: Page, asked: Asked): Promise<PlainAnswer> {
  const { request } = asked;
  const startedAt = elapsed();
  const refused = isRehearsal(page) ? parts.refuseControl(request.headers.authorization) : undefined;
  if (refused !== undefined) {
    const { status, message } = refused;
    parts.record(request, page.path, { status, who: undefined }, startedAt);
    const headers = {
      ...securityHeaders,
      ...refused.headers,
      "content-type": "text/plain; charset=utf-8",
    };
    return { status, headers, body: `${message}\n` };
  }
  const secure = originOf(request, parts.baseUrl).startsWith("https:");
  const cookies = readCookies(request.headers.cookie ?? "", secure);
  const browser = cookies[formCookie] ?? parts.mintToken();
  const setCookies: string[] = [];
  if (cookies[formCookie] === undefined) setCookies.push(writeCookie(formCookie, browser, { secure }));
  let visit = visitOf(parts, asked, { cookies, browser });
  let answered: PlainAnswer;
  try {
    visit = { ...visit, person: await findPerson(visit) };
    answered = await respond(parts, page, { ...asked, visit, browser, secure, setCookies });
  } catch (reason) {
    answered = failure(parts, page, { visit, reason });
  }
  const { status, headers, body } = answered;
  // By the pattern of its path: the path itself may hold the secret of a link.
  parts.record(request, page.path, { status, who: visit.person?.username }, startedAt);
  // Under a name of this machine it would hold for all other servers here, on every port.
  const isKept = secure && !isLoopback(request.headers.host ?? "");
  return {
    status,
    headers: {
      ...securityHeaders,
      ...(isKept && { "strict-transport-security": "max-age=31536000" }),
      ...(setCookies.length > 0 && { "set-cookie": setCookies }),
      ...headers,
    },
    body,
  };
}

interface Visiting extends Asked {
  readonly visit: Visit;
  /** Secret of the browser, which its forms are bound to. */
  readonly browser: string;
  /** Whether cookies go over TLS only. */
  readonly secure: boolean;
  /** Those that the answer brings; added to as they come about. */
  readonly setCookies: string[];
}

async function respond(parts: ConsoleParts, page: Page, visiting: Visiting): Promise<PlainAnswer> {
  const { visit, secure, setCookies } = visiting;
  const outcome = await outcomeOf(parts, page, visiting);
  for (const cookie of outcome.cookies ?? []) {
    setCookies.push(writeCookie(cookie.name, cookie.value, { secure, ...maxAgeOf(cookie) }));
  }
  if ("to" in outcome) return seeOther(outcome.to);
  if ("document" in outcome) return documentAnswer(outcome);
  if (visit.done !== undefined) setCookies.push(writeCookie(doneCookie, "", { secure, maxAge: 0 }));
  const shown = outcome.visit ?? visit;
  const code = codeOfPage(page, shown);
  const isCode = visit.query.has(codeParameter) && code.length > 0;
  const view = isCode ? codeView(shown, outcome, code) : outcome;
  return pageAnswer(shown, { ...view, code: isCode ? undefined : kindOf(code) });
}

const seeOther = (location: string): PlainAnswer => ({ status: 303, headers: { location }, body: "" });

interface Failure {
  readonly visit: Visit;
  readonly reason: unknown;
}

function failure(parts: ConsoleParts, page: Page, { visit, reason }: Failure): PlainAnswer {
  if (!(reason instanceof Refusal)) {
    parts.report(reason, page.path);
    return pageAnswer(visit, notFound(visit, undefined));
  }
  if (isNobody(reason)) return seeOther(signInAt(visit));
  if (reason.status === 503) {
    const answered = pageAnswer(visit, unavailable(visit));
    const retryAfter = String(reason.retryAfter ?? 1);
    return { ...answered, headers: { ...answered.headers, "retry-after": retryAfter } };
  }
  // Unexpected errors of the API were logged by its pipeline.
  return pageAnswer(visit, notFound(visit, reason.status < 500 ? reason : undefined));
}

/** Seconds; absent for a cookie that lasts as long as the browser is open. */
function maxAgeOf({ value, days = 0, minutes = 0 }: SetCookie): { maxAge?: number } {
  const maxAge = (days * 24 * 60 + minutes) * 60;
  if (value === "") return { maxAge: 0 };
  return maxAge === 0 ? {} : { maxAge };
}

/** Whether the session of the request has ended. */
const isNobody = ({ status, code }: Refusal) => status === 401 && code === undefined;

const signInAt = ({ target }: Visit) => `/sign-in?next=${encodeURIComponent(target)}`;

const signInAgainAt = ({ target }: Visit) => `/sign-in?again&next=${encodeURIComponent(target)}`;

function documentAnswer({ document, type, name }: Document): PlainAnswer {
  const shown =
    name === undefined
      ? { "content-security-policy": framedPolicy, "x-frame-options": "SAMEORIGIN" }
      : { "content-disposition": `attachment; filename="${name}"` };
  const body = typeof document === "string" ? document : Readable.from(document);
  return { status: 200, headers: { ...shown, "content-type": `${type}; charset=utf-8` }, body };
}

function pageAnswer(visit: Visit, view: View): PlainAnswer {
  const framing = view.hasFrame && { "content-security-policy": `${pagePolicy}; frame-src 'self'` };
  return {
    status: view.status ?? 200,
    headers: { "content-type": "text/html; charset=utf-8", ...framing },
    body: renderDocument({ visit, view, release }),
  };
}

/** Who is signed in. */
async function findPerson({ session, perform }: Visit): Promise<Visit["person"]> {
  return session === undefined ? undefined : await perform("getPerson").catch(unlessNobody);
}

/** The visit of nobody yet. */
function visitOf(
  parts: ConsoleParts,
  { request, params }: Asked,
  { cookies, browser }: { cookies: ReturnType<typeof readCookies>; browser: string },
): Visit {
  const session = cookies[sessionCookie];
  const origin = originOf(request, parts.baseUrl);
  const { [preferenceCookies.language]: wanted, [preferenceCookies.theme]: theme } = cookies;
  const language = isLanguage(wanted) ? wanted : preferredLanguage(request.headers["accept-language"]);
  const target = request.raw.url ?? "/";
  const calls = callsOf(parts.walk, {
    origin,
    remoteAddress: addressOf(request),
    userAgent: request.headers["user-agent"] ?? "",
    requestId: request.id,
    session,
  });
  return {
    ...calls,
    params,
    query: new URLSearchParams(request.search),
    target,
    now: parts.now(),
    origin,
    words: wordsOf[language],
    language,
    theme: theme === "light" || theme === "dark" ? (theme satisfies Theme) : "system",
    person: undefined,
    formToken: formToken(parts.formKeys()[0], browser, session),
    problem: undefined,
    done: announcedIn(cookies[doneCookie]),
    once: onceOf(parts, cookies),
    dev: parts.dev,
    provider: parts.provider,
    takesPasswords: parts.takesPasswords,
    begun: cookies[providerCookie],
    noteUnsigned: (refusedFor) =>
      parts.noteSecurity({
        event: "provider-sign-in",
        refusedFor,
        requestId: request.id,
        ip: addressOf(request),
      }),
    session,
    browser: {
      session,
      headers: { "user-agent": request.headers["user-agent"] },
      remoteAddress: addressOf(request),
    },
    device: cookies[deviceCookie],
  };
}

function onceOf({ onceKeys, now }: ConsoleParts, cookies: ReturnType<typeof readCookies>): Once {
  const session = cookies[sessionCookie] ?? "";
  const sealed = cookies[onceCookie];
  return {
    carry: async (shown) => ({
      name: onceCookie,
      value: await sealOnce(onceKeys(), shown, { session, now: now() }),
      minutes: carriedMinutes,
    }),
    read: async () =>
      sealed === undefined ? undefined : openOnce(onceKeys(), sealed, { session, now: now() }),
  };
}

function unlessNobody(reason: unknown): undefined {
  if (reason instanceof Refusal && isNobody(reason)) return undefined;
  throw reason;
}

async function outcomeOf(
  { formKeys }: ConsoleParts,
  page: Page,
  { request, visit, browser, sent }: Visiting,
): Promise<Outcome & { readonly visit?: Visit }> {
  if (page.for === "person" && visit.person === undefined) return { to: signInAt(visit) };
  if (request.method !== "POST") return page.show(visit);

  const form = readForm(sent);
  // A form without its token was not made by this server for this browser (CSRF).
  if (!isFormToken(formKeys(), browser, visit.session, form.raw("form")) || isForeign(request, visit)) {
    return stale(visit);
  }
  const name = form.text("do");
  const submit = page.forms && Object.hasOwn(page.forms, name) ? page.forms[name] : undefined;
  if (submit === undefined) return { ...notFound(visit, undefined), status: 400 };
  if (form.raw("confirm") !== "") return confirmation(visit, sent);
  try {
    return await submit(visit, form);
  } catch (reason) {
    if (!(reason instanceof Refusal) || isNobody(reason)) throw reason;
    if (reason.code === "SIGN_IN_NOT_RECENT") return { to: signInAgainAt(visit) };
    const again = { ...visit, problem: { refusal: reason, form, name } };
    const shown = await page.show(again);
    return "title" in shown ? { ...shown, status: reason.status, visit: again } : shown;
  }
}

/** Whether the browser says that a form comes from another site; it is refused even with a valid token. */
function isForeign({ headers }: Request, { origin }: Visit): boolean {
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
