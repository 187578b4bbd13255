// Sends what the atlas CLI sends when a person signs in, and reads the answers as it does; taken from its public source, since
// the CLI itself does not run here. See docs/fidelity.md.
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, openBrowser } from "./console.ts";
import { type Reply, send, type World } from "./world.ts";

export const base = "/api/private/unauth/account/device";
/** The id of the CLI's production build. */
export const clientId = "0oabtxactgS3gHIR0297";
export const userAgent = "AtlasCLI/1.58.1 (linux;amd64;) go-mongodbatlas/0.38.0 (linux;amd64)";
const scope = "openid profile offline_access";

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

interface Origin {
  /** The address it asks from, as a trusted proxy forwards it. */
  readonly from?: string;
}

let asked = 0;
/** Each from another network, so that one test does not use up what another has. */
const anywhere = () => `203.0.${Math.floor(asked / 250)}.${(asked++ % 250) + 1}`;

const formOf = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

export const postForm = (
  { url }: Pick<World, "url">,
  path: string,
  fields: Readonly<Record<string, string>>,
  { from = anywhere() }: Origin = {},
): Promise<Reply> =>
  send(url, {
    method: "POST",
    path: `${base}/${path}`,
    headers: {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": userAgent,
      "x-forwarded-for": from,
    },
    body: formOf(fields),
  });

export const requestCode = (world: Pick<World, "url">, origin?: Origin): Promise<Reply> =>
  postForm(world, "authorize", { client_id: clientId, scope }, origin);

export const getToken = (world: Pick<World, "url">, deviceCode: string, origin?: Origin): Promise<Reply> =>
  postForm(
    world,
    "token",
    {
      client_id: clientId,
      device_code: deviceCode,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    },
    origin,
  );

/** Asks until the answer is final, as long as the server told it to wait between two questions. */
export async function pollToken(
  world: Pick<World, "url">,
  { device_code, interval }: { readonly device_code: string; readonly interval: number },
): Promise<Reply> {
  for (;;) {
    await wait(interval * 1000);
    const reply = await getToken(world, device_code);
    if (reply.json?.errorCode !== "DEVICE_AUTHORIZATION_PENDING") return reply;
  }
}

export const refreshToken = (world: Pick<World, "url">, token: string): Promise<Reply> =>
  postForm(world, "token", {
    client_id: clientId,
    refresh_token: token,
    scope,
    grant_type: "refresh_token",
  });

export const revokeToken = (
  world: Pick<World, "url">,
  token: string,
  hint = "refresh_token",
): Promise<Reply> => postForm(world, "revoke", { client_id: clientId, token, token_type_hint: hint });

/** The code as the CLI prints it: two halves and a hyphen. */
export const printedCode = ({ user_code: code }: { readonly user_code: string }): string =>
  `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}`;

/** The claims of a token, which the CLI reads without verifying them. */
export const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));

/** A browser in which a person has signed in with a password, on a network of its own: few attempts are allowed on one. */
export async function signedIn(
  world: Pick<World, "url">,
  username: string,
  password: string,
): Promise<Browser> {
  const browser = openBrowser(world, "en", { "x-forwarded-for": anywhere() });
  await browser.send("/sign-in", "signIn", { username, password });
  return browser;
}

/** Signs a person in without a password, as rehearsals do. */
export async function signedInAs(world: Pick<World, "url">, username: string): Promise<Browser> {
  const browser = openBrowser(world, "en", { "x-forwarded-for": anywhere() });
  await browser.send("/rehearsal/sign-in", "as", { username });
  return browser;
}

/** Signs a command line in, from the first request to its tokens. */
export async function logIn(world: Pick<World, "url">, browser: Browser): Promise<Tokens> {
  const { json } = await requestCode(world);
  await browser.send("/account/connect", "confirm", { code: printedCode(json) });
  return (await getToken(world, json.device_code)).json;
}
