// Serves the pages: finds the page of a path, shows it or takes its form, and writes cookies and headers.
import { Readable } from "node:stream";
import createRouter from "find-my-way";
import { elapsed } from "../core/clock.ts";
import { isLoopback } from "../core/domain/loopback.ts";
import type { Answer } from "../core/http/answer.ts";
import type { HttpRequest } from "../core/http/request.ts";
import type { AnswerPage } from "../server/console-room.ts";
import { assetAt, release } from "./assets.ts";
import { Refusal } from "./client.ts";
import { codeOfPage, codeParameter, codeView, kindOf } from "./code.tsx";
import { doneCookie, formCookie, readCookies, sealCookie, writeCookie } from "./cookies.ts";
import { readSent, submit } from "./forms.ts";
import { framedHeaders, framingHeaders, leadingHeaders, securityHeaders } from "./headers.ts";
import { renderDocument } from "./layout.tsx";
import type { Document, Outcome, Page, SetCookie, View, Visit } from "./page.ts";
import { pages } from "./pages/index.ts";
import { notFound, nowhere, unavailable } from "./pages/not-found.tsx";
import type { ConsoleParts } from "./parts.ts";
import { isSignedOut, lacksFactor } from "./refusals.ts";
import { findPerson, type PageRequest, visitOf } from "./visits.ts";

const isRehearsal = ({ path }: Page) => path.startsWith("/rehearsal");

/** Reports whether a page is served here: those of a rehearsal in a rehearsal, and those of endings with the July 2027 kit. */
const isServed = (page: Page, { dev, endings }: ConsoleParts) =>
  (dev !== undefined || !isRehearsal(page)) && (endings !== undefined || page.needs !== "endings");

export function openPages(parts: ConsoleParts): AnswerPage {
  const router = createRouter({ ignoreTrailingSlash: true, maxParamLength: 1000 });
  for (const page of pages) {
    if (isServed(page, parts)) router.on("GET", page.path, () => {}, page);
  }
  return async (request) => {
    const { method, path, headers } = request;
    const asset = method === "POST" ? undefined : assetAt(path, headers);
    if (asset !== undefined) return asset;
    const found = router.find("GET", path);
    if (found === null && !isRead(request)) return undefined;
    const params = (found?.params ?? {}) as PageRequest["params"];
    const sent = await readSent(parts, request);
    return answer(parts, found?.store ?? nowhere, { request, params, sent });
  };
}

/** Reports whether a person reads the answer: clients of the API and of the controls get JSON for every path. */
const isRead = ({ method, path, headers }: HttpRequest) =>
  method !== "POST" &&
  headers.accept?.includes("text/html") === true &&
  !/^\/(api|_anteroom)(\/|$)/.test(path);

async function answer(parts: ConsoleParts, page: Page, asked: PageRequest): Promise<Answer> {
  const { request } = asked;
  const startedAt = elapsed();
  const refused = isRehearsal(page) ? refuseControl(parts, request) : undefined;
  if (refused !== undefined) {
    parts.record(request, page.path, { status: refused.status, who: undefined }, startedAt);
    return refused;
  }
  const secure = request.origin.startsWith("https:");
  const cookies = readCookies(request.headers.cookie ?? "", secure);
  const browser = cookies[formCookie] ?? parts.mintToken();
  const setCookies: string[] = [];
  if (cookies[formCookie] === undefined) setCookies.push(writeCookie(formCookie, browser, { secure }));
  let visit = visitOf(parts, asked, { cookies, browser });
  let answered: Answer;
  try {
    visit = { ...visit, person: await findPerson(visit) };
    answered = await respond(parts, page, { ...asked, visit, browser, secure, setCookies });
  } catch (reason) {
    answered = failure(parts, page, { visit, reason });
  }
  const { status, headers, body } = answered;
  // The log gets the pattern of the path, because the path itself may contain the secret of a link.
  parts.record(request, page.path, { status, who: visit.person?.username }, startedAt);
  // On localhost, the header would apply to the servers on all other ports, too.
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

function refuseControl(parts: ConsoleParts, { headers }: HttpRequest): Answer | undefined {
  const refused = parts.refuseControl(headers.authorization);
  return (
    refused && {
      status: refused.status,
      headers: { ...securityHeaders, ...refused.headers, "content-type": "text/plain; charset=utf-8" },
      body: `${refused.message}\n`,
    }
  );
}

interface Visiting extends PageRequest {
  readonly visit: Visit;
  /** The secret of the browser, which ties forms to it. */
  readonly browser: string;
  readonly secure: boolean;
  /** The cookies of the answer; the page adds its own. */
  readonly setCookies: string[];
}

async function respond(parts: ConsoleParts, page: Page, visiting: Visiting): Promise<Answer> {
  const { visit, secure, setCookies } = visiting;
  const outcome = await outcomeOf(parts, page, visiting);
  for (const cookie of outcome.cookies ?? []) {
    const { name, value, isSealed } = cookie;
    const written = isSealed ? sealCookie(parts.keyring, name, value) : value;
    setCookies.push(writeCookie(name, written, { secure, ...maxAgeOf(cookie) }));
  }
  if ("to" in outcome) return seeOther(outcome.to);
  if ("document" in outcome) return documentAnswer(outcome);
  if (visit.done !== undefined) setCookies.push(writeCookie(doneCookie, "", { secure, maxAge: 0 }));
  const shown = outcome.visit ?? visit;
  const code = codeOfPage(page, shown);
  const isCode = visit.query.has(codeParameter) && code.length > 0;
  const view = isCode ? await codeView(shown, outcome, code) : outcome;
  return pageAnswer(shown, { ...view, code: isCode ? undefined : kindOf(code) });
}

async function outcomeOf(parts: ConsoleParts, page: Page, visiting: Visiting): Promise<Outcome> {
  const { request, visit } = visiting;
  if (page.for !== "anybody" && visit.person === undefined) return { to: signInAt(visit) };
  return request.method === "POST" ? submit(parts, page, visiting) : page.show(visit);
}

interface Failure {
  readonly visit: Visit;
  readonly reason: unknown;
}

function failure(parts: ConsoleParts, page: Page, { visit, reason }: Failure): Answer {
  if (!(reason instanceof Refusal)) {
    parts.report(reason, page.path);
    return pageAnswer(visit, notFound(visit, undefined));
  }
  if (isSignedOut(reason)) return seeOther(signInAt(visit));
  if (lacksFactor(reason)) return seeOther(`/second-factor?${new URLSearchParams({ next: visit.target })}`);
  if (reason.status === 503) {
    const answered = pageAnswer(visit, unavailable(visit));
    const retryAfter = String(reason.retryAfter ?? 1);
    return { ...answered, headers: { ...answered.headers, "retry-after": retryAfter } };
  }
  // Unexpected errors of the API were logged by its pipeline.
  return pageAnswer(visit, notFound(visit, reason.status < 500 ? reason : undefined));
}

const signInAt = ({ target }: Visit) => `/sign-in?next=${encodeURIComponent(target)}`;

/** Returns the lifetime in seconds; undefined for a cookie that lasts as long as the browser is open. */
function maxAgeOf({ value, days = 0, minutes = 0 }: SetCookie): { maxAge?: number } {
  const maxAge = (days * 24 * 60 + minutes) * 60;
  if (value === "") return { maxAge: 0 };
  return maxAge === 0 ? {} : { maxAge };
}

const seeOther = (location: string): Answer => ({ status: 303, headers: { location }, body: "" });

function documentAnswer({ document, type, name }: Document): Answer {
  const shown =
    name === undefined ? framedHeaders : { "content-disposition": `attachment; filename="${name}"` };
  const body = typeof document === "string" ? document : Readable.from(document);
  return { status: 200, headers: { ...shown, "content-type": `${type}; charset=utf-8` }, body };
}

const pageAnswer = (visit: Visit, view: View): Answer => ({
  status: view.status ?? 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    ...(view.hasFrame && framingHeaders),
    ...(view.leadsTo !== undefined && leadingHeaders(view.leadsTo)),
  },
  body: renderDocument({ visit, view, release }),
});
