// Reads an authorization request, by which a program has a browser sign in here (RFC 6749, section 4.1.1, with RFC 7636), and
// finds where the browser may be sent back to (RFC 8252).
import { minute } from "./instant.ts";

export const scope = "atlas";

/** The lifetime of a code: long enough to paste it into a terminal. */
export const codeLifetime = 5 * minute;

interface Client {
  /** The path of the redirect URI on the person's machine; any port is accepted. */
  readonly path: string;
  /**
   * The maker's page that shows the code, for a terminal on another machine. Browsers are not sent there: the console shows the
   * code itself.
   */
  readonly page: string;
}

/** The clients by the ids in their public source code. */
const clients: Readonly<Record<string, Client>> = {
  "5cc53c56-022d-41e7-928f-46621e62f8c1": {
    path: "/atlas-cli/callback",
    page: "https://dvtm994tafpir.cloudfront.net/",
  },
};

export const isClient = (id: string): boolean => Object.hasOwn(clients, id);

const onLoopback = /^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::([1-9]\d{0,4}))?(\/.*)$/;

/**
 * Reports whether a redirect URI is allowed. It is compared as text, except for the port on the person's machine (RFC 8252,
 * section 7.3).
 */
function mayLeadTo(clientId: string, redirectUri: string): boolean {
  const client = clients[clientId] as Client;
  const [, port = "80", path] = onLoopback.exec(redirectUri) ?? [];
  return redirectUri === client.page || (path === client.path && Number(port) < 65_536);
}

/** The address of the answer, and the program's state that it returns. */
export interface Back {
  readonly redirectUri: string;
  readonly state: string | undefined;
}

export const isPasted = ({ redirectUri }: Back): boolean => redirectUri.startsWith("https:");

/** Returns the address of an answer. It names the server that answers, against a mix-up of servers (RFC 9207). */
export const answerAt = (
  { redirectUri, state }: Back,
  iss: string,
  answer: Readonly<Record<string, string>>,
) => `${redirectUri}?${new URLSearchParams({ ...answer, ...(state !== undefined && { state }), iss })}`;

type Problem = readonly [error: string, description: string];

/** A parsed authorization request; or its refusal; or, if the program is unknown, a flaw that only the person sees. */
export type Asked =
  | { readonly kind: "flawed"; readonly flaw: "client" | "redirect" }
  | { readonly kind: "refused"; readonly back: Back; readonly problem: Problem }
  | {
      readonly kind: "asked";
      readonly back: Back;
      readonly clientId: string;
      readonly challenge: string;
      readonly prompts: readonly string[];
    };

/** Returns a parameter that was sent once and is not empty (RFC 6749, section 3.1). */
function only(query: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = query.getAll(name);
  return more.length > 0 || value === "" ? undefined : value;
}

export function readAuthorization(query: URLSearchParams): Asked {
  const clientId = only(query, "client_id") ?? "";
  if (!isClient(clientId)) return { kind: "flawed", flaw: "client" };
  const redirectUri = only(query, "redirect_uri") ?? "";
  if (!mayLeadTo(clientId, redirectUri)) return { kind: "flawed", flaw: "redirect" };
  const back = { redirectUri, state: only(query, "state") };
  const problem = problemIn(query);
  if (problem !== undefined) return { kind: "refused", back, problem };
  return {
    kind: "asked",
    back,
    clientId,
    challenge: only(query, "code_challenge") ?? "",
    prompts: promptsIn(query),
  };
}

const promptsIn = (query: URLSearchParams): string[] =>
  (only(query, "prompt") ?? "").split(" ").filter(Boolean);

const knownPrompts = ["none", "login", "consent", "select_account"];
/** The longest state in bytes: an address cannot keep more during a sign-in through a provider. */
const longestState = 500;

const invalid = (description: string): Problem => ["invalid_request", description];

function problemIn(query: URLSearchParams): Problem | undefined {
  for (const name of query.keys()) {
    if (query.getAll(name).length > 1) {
      return invalid(`The parameter ${encodeURIComponent(name)} is sent more than once.`);
    }
  }
  if (encodeURIComponent(only(query, "state") ?? "").length > longestState) {
    return invalid(`The parameter state must not be longer than ${longestState} characters.`);
  }
  const type = only(query, "response_type");
  if (type === undefined) return invalid("The parameter response_type is missing.");
  if (type !== "code") return ["unsupported_response_type", "Only the response type code is offered."];
  if ((only(query, "response_mode") ?? "query") !== "query") {
    return invalid("Only the response mode query is offered.");
  }
  if ((only(query, "scope") ?? scope) !== scope) {
    return ["invalid_scope", `Only the scope ${scope} is offered.`];
  }
  return problemOfProof(query) ?? problemOfPrompt(promptsIn(query));
}

/** Finds the problems of the challenge. Without a method it would be the verifier itself (RFC 7636, section 4.3). */
function problemOfProof(query: URLSearchParams): Problem | undefined {
  const challenge = only(query, "code_challenge");
  if (challenge === undefined) return invalid("The parameter code_challenge is missing (PKCE).");
  if (only(query, "code_challenge_method") !== "S256") {
    return invalid("The parameter code_challenge_method must be S256.");
  }
  if (/^[\w-]{43}$/.test(challenge)) return undefined;
  return invalid("The parameter code_challenge must be a SHA-256 in base64url: 43 characters.");
}

function problemOfPrompt(prompts: readonly string[]): Problem | undefined {
  if (prompts.some((each) => !knownPrompts.includes(each))) {
    return invalid(`The parameter prompt must be one of ${knownPrompts.join(", ")}.`);
  }
  if (!prompts.includes("none") || prompts.length === 1) return undefined;
  return invalid("The prompt none must stand alone.");
}
