// A program that leads a browser to Anteroom and exchanges the code it gets back, as the atlas CLI's public source of its next
// login does. See docs/fidelity.md.
import { createHash, randomBytes } from "node:crypto";
import { type Reply, send, type World } from "./world.ts";

/** The id that the source has. */
export const cli = "5cc53c56-022d-41e7-928f-46621e62f8c1";
export const loopback = "http://127.0.0.1:40123/atlas-cli/callback";
/** The page of MongoDB's that shows a code for a terminal elsewhere. */
export const pastePage = "https://dvtm994tafpir.cloudfront.net/";
export const userAgent = "atlascli/1.59.0 (linux;amd64;native) go-mongodbatlas/0.38.0 (linux;amd64)";

/** Fields of a request; undefined leaves one out, and several values are sent one after the other. */
type Changes = Readonly<Record<string, string | readonly string[] | undefined>>;

export function formOf(fields: Changes): string {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) if (value !== undefined) form.append(name, value);
  }
  return String(form);
}

let asked = 0;

export function openProgram({ url }: Pick<World, "url">, redirectUri = loopback) {
  const verifier = randomBytes(32).toString("base64url");
  const state = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  /** Each from another network, so that one test does not use up what another has. */
  const from = `198.51.${Math.floor(asked / 250)}.${(asked++ % 250) + 1}`;

  const post = (path: string, fields: Changes): Promise<Reply> =>
    send(url, {
      method: "POST",
      path,
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": userAgent,
        "x-forwarded-for": from,
      },
      body: formOf({ client_id: cli, ...fields }),
    });

  return {
    verifier,
    state,
    redirectUri,
    challenge,
    /** Returns the path to which the program leads the browser. */
    path: (changes: Changes = {}) =>
      `/oauth/authorize?${formOf({
        response_type: "code",
        client_id: cli,
        redirect_uri: redirectUri,
        scope: "atlas",
        state,
        code_challenge: challenge,
        code_challenge_method: "S256",
        ...changes,
      })}`,
    exchange: (code: string, changes: Changes = {}) =>
      post("/oauth/token", {
        grant_type: "authorization_code",
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        ...changes,
      }),
    refresh: (token: string, changes: Changes = {}) =>
      post("/oauth/token", { grant_type: "refresh_token", refresh_token: token, ...changes }),
    revoke: (token: string, changes: Changes = {}) =>
      post("/oauth/revoke", { token, token_type_hint: "refresh_token", ...changes }),
  };
}

/** Returns the parameters of the address that a browser was led to. */
export const said = (to: string) => Object.fromEntries(new URL(to).searchParams);

export const codeIn = (to: string): string => new URL(to).searchParams.get("code") ?? "";
