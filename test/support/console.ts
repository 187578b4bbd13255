// A browser without script: it keeps cookies, sends forms with the token of the page it is on, and reads pages as text.
import { createHash, randomBytes } from "node:crypto";
import type { Stage } from "./stage.ts";
import { send, type World } from "./world.ts";

export interface Shown {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Where it leads; empty for a page. */
  readonly to: string;
  readonly html: string;
  /** What a person reads in the main part, with single blanks. */
  readonly text: string;
}

export interface Browser {
  open(path: string): Promise<Shown>;
  /** Sends the form named `name` of a page, and follows to where it leads on this server. Several values of a field are a list. */
  send(
    path: string,
    name: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Shown>;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
export const decode = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? "");

/** Without the way to the page as code, which nearly every heading has. */
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
