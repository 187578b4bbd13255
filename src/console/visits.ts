// Makes a visit from a request for a page: cookies, language, theme, and the signed-in person.
import { isLanguage } from "../core/contract/languages.ts";
import type { HttpRequest } from "../core/http/request.ts";
import { carriedMinutes, openOnce, sealOnce } from "../core/secrets/shown-once.ts";
import { callsOf, Refusal } from "./client.ts";
import {
  deviceCookie,
  doneCookie,
  formToken,
  onceCookie,
  preferenceCookies,
  providerCookie,
  type readCookies,
  sessionCookie,
  unsealCookie,
} from "./cookies.ts";
import { announcedIn } from "./flash.ts";
import type { Once, Theme, Visit } from "./page.ts";
import type { ConsoleParts } from "./parts.ts";
import { isSignedOut } from "./refusals.ts";
import { preferredLanguage, wordsOf } from "./words/index.ts";

type Cookies = ReturnType<typeof readCookies>;

/** A request for a page, with the parameters of its path, and the form it sends. */
export interface PageRequest {
  readonly request: HttpRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly sent: URLSearchParams;
}

interface VisitingBrowser {
  readonly cookies: Cookies;
  /** The secret of the browser, which ties forms to it. */
  readonly browser: string;
}

/** Makes a visit without its person: the person is read through the visit itself. */
export function visitOf(
  parts: ConsoleParts,
  { request, params }: PageRequest,
  { cookies, browser }: VisitingBrowser,
): Visit {
  const session = cookies[sessionCookie];
  const { [preferenceCookies.language]: wanted, [preferenceCookies.theme]: theme } = cookies;
  const language = isLanguage(wanted) ? wanted : preferredLanguage(request.headers["accept-language"]);
  const { method, origin, remoteAddress, target, prove, connection } = request;
  const userAgent = request.headers["user-agent"];
  const calls = callsOf(parts.walk, {
    origin,
    remoteAddress,
    prove,
    session,
    // A form is processed to its end even if the browser disconnects.
    isGone: method === "POST" ? undefined : connection.isGone,
    userAgent: userAgent ?? "",
    requestId: request.id,
  });
  const bound = formToken(parts.formKeys()[0], browser, session);
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
    formToken: bound,
    challenge: (purpose) => parts.challenge({ purpose, bound }, parts.now()),
    problem: undefined,
    done: announcedIn(unsealCookie(parts.keyring, doneCookie, cookies[doneCookie])),
    once: onceOf(parts, cookies),
    dev: parts.dev,
    endings: parts.endings,
    provider: parts.provider,
    takesPasswords: parts.takesPasswords,
    federates: parts.federates,
    sendsMail: parts.sendsMail,
    begun: cookies[providerCookie],
    noteUnsigned(refusedFor) {
      const { id: requestId } = request;
      parts.noteSecurity({ event: "provider-sign-in", refusedFor, requestId, remoteAddress });
    },
    session,
    browser: { session, headers: { "user-agent": userAgent }, remoteAddress },
    device: cookies[deviceCookie],
  };
}

function onceOf({ onceKeys, now }: ConsoleParts, cookies: Cookies): Once {
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

export async function findPerson({ session, perform }: Visit): Promise<Visit["person"]> {
  if (session === undefined) return undefined;
  return await perform("getPerson").catch((reason) => {
    if (reason instanceof Refusal && isSignedOut(reason)) return undefined;
    throw reason;
  });
}
