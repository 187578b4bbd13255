// A browser without script: it keeps cookies, sends forms with the token of the page it is on, and reads pages as text.
import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import { type Operations, startOperations } from "./operations.ts";
import type { Stage } from "./stage.ts";
import { send, type World } from "./world.ts";

export interface Shown {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The path that a redirect leads to; empty for a page. */
  readonly to: string;
  readonly html: string;
  /** The text of the main part, with single blanks. */
  readonly text: string;
}

/** Several values of a field are a list. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Browser {
  open(path: string): Promise<Shown>;
  /** Sends the form named `name` of a page, and follows to where it leads on this server. */
  send(path: string, name: string, fields?: Fields): Promise<Shown>;
}

/** The status of an answer, words of its main part, what its HTML has, where it leads, or what it has not. */
type Expected =
  | number
  | RegExp
  | { readonly text: string }
  | { readonly html: string | RegExp }
  | { readonly to: string }
  | { readonly lacks: string | RegExp };

/** A page to open, or a form of it to send with fields, and what is expected of the answer. */
type Step =
  | readonly [path: string, ...expected: Expected[]]
  | readonly [path: string, form: string, fields: Fields, ...expected: Expected[]];

const isSending = (step: Step): step is Extract<Step, readonly [string, string, ...unknown[]]> =>
  typeof step[1] === "string";

function check({ status, to, text, html }: Shown, expected: Expected): void {
  if (typeof expected === "number") equal(status, expected, text);
  else if (expected instanceof RegExp) match(text, expected);
  else if ("to" in expected) equal(to, expected.to);
  else if ("text" in expected) ok(text.includes(expected.text), `${expected.text} in ${text}`);
  else if ("lacks" in expected) {
    if (expected.lacks instanceof RegExp) doesNotMatch(text, expected.lacks);
    else ok(!html.includes(expected.lacks), `${expected.lacks} in ${html}`);
  } else if (expected.html instanceof RegExp) match(html, expected.html);
  else ok(html.includes(expected.html), `${expected.html} in ${html}`);
}

/** Takes one step after the other and checks what it shows; returns what the last one shows. */
export async function visit(browser: Browser, ...steps: readonly [...Step[], Step]): Promise<Shown> {
  const shown: Shown[] = [];
  for (const step of steps) {
    const [path] = step;
    const answer = isSending(step) ? await browser.send(path, step[1], step[2]) : await browser.open(path);
    for (const expected of step.slice(isSending(step) ? 3 : 1)) check(answer, expected as Expected);
    shown.push(answer);
  }
  return shown.at(-1) as Shown;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
export const decode = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? "");

/** Returns the text without the link to the page as code, which nearly every heading has. */
const textOf = (html: string) =>
  decode(
    /<main[\s\S]*<\/main>/
      .exec(html)?.[0]
      .replace(/<a class="button as-code".*?<\/a>/, "")
      .replace(/<[^>]+>/g, " ") ?? "",
  )
    .replace(/\s+/g, " ")
    .trim();

/** A browser at a world; nobody is signed in. What a trusted proxy would say of it goes into `forwarded`. */
export function openBrowser(
  { url }: Pick<World, "url">,
  language = "en",
  forwarded: Readonly<Record<string, string>> = {},
): Browser & { cookies: Map<string, string> } {
  const cookies = new Map<string, string>();

  async function request(path: string, body?: string): Promise<Shown> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const {
      status,
      headers,
      text: html,
    } = await send(url, {
      method: body === undefined ? "GET" : "POST",
      path,
      headers: {
        "accept-language": language,
        ...forwarded,
        ...(cookie !== "" && { cookie }),
        ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded", origin: url }),
      },
      ...(body !== undefined && { body }),
    });
    for (const set of ([] as string[]).concat(headers["set-cookie"] ?? [])) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status, headers, to: headers.location ?? "", html, text: textOf(html) };
  }

  return {
    cookies,
    open: (path) => request(path),
    async send(path, name, fields = {}) {
      const token = /name="form" value="([^"]+)"/.exec((await request(path)).html)?.[1] ?? "";
      const sent = new URLSearchParams({ form: token, do: name });
      for (const [field, values] of Object.entries(fields)) {
        for (const value of ([] as string[]).concat(values)) sent.append(field, value);
      }
      const shown = await request(path, String(sent));
      // What follows # is for the browser alone; another site's page is not ours to open.
      return shown.to.startsWith("/") ? request(shown.to.replace(/#.*/, "")) : shown;
    },
  };
}

/** A browser in which a person of the seed is signed in, in this case of a stage. */
export function browse(
  stage: Stage,
  username: string,
  language?: string,
): Browser & { cookies: Map<string, string> } {
  const secret = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(secret).digest("hex");
  const now = Date.parse(stage.clock.now());
  stage.execute(
    `insert into sessions (token_hash, id, user_id, user_agent, remote_address, created_at, last_used_at, expires_at, second_factor)
     select '${hash}', '${randomBytes(12).toString("hex")}', id, 'Firefox/146.0', '127.0.0.1', ${now}, ${now}, ${now + 3_600_000}, 1
     from users where username = '${username}'`,
  );
  const browser = openBrowser(stage, language);
  browser.cookies.set("anteroom_session", secret);
  return browser;
}

/** The steps of a visit, after the person or the browser that takes them; without one it is the owner of the seed's organization. */
type Visit = readonly [...Step[], Step] | readonly [username: string | Browser, ...Step[], Step];

export interface Pages extends Operations {
  /** Takes steps; the owner is signed in once for each case, a person who is named in a session of their own. */
  visit(...steps: Visit): Promise<Shown>;
}

/** Starts one world for all cases of a test of pages; each case begins with the seed. */
export async function startPages(
  t: TestContext,
  options?: Parameters<typeof startOperations>[1],
): Promise<Pages> {
  const stage = await startOperations(t, options);
  let owner: Browser | undefined;
  t.beforeEach(() => {
    owner = undefined;
  });
  return {
    ...stage,
    visit(...given) {
      const [first, ...others] = given as readonly [string | Browser | Step, ...Step[]];
      const steps = others as unknown as [Step];
      if (typeof first === "string") return visit(browse(stage, first), ...steps);
      if ("open" in first) return visit(first, ...steps);
      owner ??= browse(stage, "owner@example.com");
      return visit(owner, first, ...steps);
    },
  };
}
