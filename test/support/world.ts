// A seeded server for a test: who is in it, and how to ask it, over real HTTP.
import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { TestContext } from "node:test";
import type { Anteroom, AnteroomOptions, SeedDocument } from "../../src/anteroom.ts";
import { md5 } from "../../src/core/secrets/keyring.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import type { SeedGroup, SeedOrg } from "../../src/testing/seed/document.ts";
import { createTestDatabase } from "./engines.ts";

export const v2023 = "application/vnd.atlas.2023-01-01+json";

export const ids = {
  org: "a0123456789abcdef012345a",
  otherOrg: "b0123456789abcdef012345b",
  /** Project of `org`. */
  group: "32b6e34b3d91647abb20e7b8",
  /** Project of `otherOrg`. */
  otherGroup: "42b6e34b3d91647abb20e7b8",
  /** Pending invitation of hello@example.com to `group`. */
  invite: "52b6e34b3d91647abb20e7b8",
  /** Pending invitation to `org`. */
  orgInvite: "62b6e34b3d91647abb20e7b8",
  /** Pending invitation to `otherGroup`. */
  otherInvite: "72b6e34b3d91647abb20e7b8",
  /** Team of `org` with owner@example.com, in no project. */
  team: "82b6e34b3d91647abb20e7b8",
  missing: "ffffffffffffffffffffffff",
} as const;

export const invited = "hello@example.com";

const key = (name: string) => ({ publicKey: name, privateKey: `00000000-0000-4000-8000-${name}0000` });

/** API keys by what they may do. */
export const keys = {
  /** Organization Owner. */
  owner: key("orgowner"),
  /** Organization Member without a role in any project. */
  member: key("onlymemb"),
  /** Organization Read Only: reads every project. */
  reader: key("orgreadr"),
  /** Organization Project Creator. */
  creator: key("projcrea"),
  /** Project Owner of `group`. */
  groupOwner: key("projownr"),
  /** Project Read Only in `group`. */
  groupReader: key("projread"),
  /** Organization Owner of `otherOrg`. */
  stranger: key("stranger"),
  /** Organization Owner whose access list leaves out loopback. */
  elsewhere: key("elsewher"),
};

export const account = {
  clientId: "mdb_sa_id_0123456789abcdef01234567",
  clientSecret: "mdb_sa_sk_0123456789abcdef0123456789abcdef01234567",
};

export const seed: SeedDocument = {
  // A test counts the messages that it causes itself.
  mailed: false,
  orgs: [
    {
      id: ids.org,
      name: "Acme",
      users: [
        { username: "owner@example.com", orgRoles: ["ORG_OWNER"], firstName: "Ada", lastName: "Example" },
        { username: "member@example.com", orgRoles: ["ORG_MEMBER"] },
      ],
      apiKeys: [
        { ...keys.owner, roles: ["ORG_OWNER"] },
        { ...keys.member, roles: ["ORG_MEMBER"] },
        { ...keys.reader, roles: ["ORG_READ_ONLY"] },
        { ...keys.creator, roles: ["ORG_GROUP_CREATOR"] },
        { ...keys.elsewhere, roles: ["ORG_OWNER"], accessList: ["192.0.2.0/24", "2001:db8::1"] },
      ],
      serviceAccounts: [
        { clientId: account.clientId, secret: account.clientSecret, name: "ci", roles: ["ORG_OWNER"] },
      ],
      invites: [{ id: ids.orgInvite, username: "new@example.com", roles: ["ORG_MEMBER"] }],
      teams: [{ id: ids.team, name: "core", usernames: ["owner@example.com"] }],
      groups: [
        {
          id: ids.group,
          name: "payments",
          users: [{ username: "owner@example.com", roles: ["GROUP_OWNER"] }],
          apiKeys: [
            { ...keys.groupOwner, roles: ["GROUP_OWNER"] },
            { ...keys.groupReader, roles: ["GROUP_READ_ONLY"] },
          ],
          invites: [{ id: ids.invite, username: invited, roles: ["GROUP_READ_ONLY"] }],
        },
      ],
    },
    {
      id: ids.otherOrg,
      name: "Globex",
      users: [{ username: "other@example.com", orgRoles: ["ORG_OWNER"] }],
      apiKeys: [{ ...keys.stranger, roles: ["ORG_OWNER"] }],
      groups: [
        {
          id: ids.otherGroup,
          name: "shipping",
          invites: [{ id: ids.otherInvite, username: invited, roles: ["GROUP_OWNER"] }],
        },
      ],
    },
  ],
};

/** The seed with more of its first organization, and of the project there. */
export function seedWith(ofOrg: Partial<SeedOrg>, ofGroup: Partial<SeedGroup> = {}): SeedDocument {
  const [acme, ...others] = seed.orgs as [SeedOrg, ...SeedOrg[]];
  const groups = (acme.groups ?? []).map((group) => ({ ...group, ...ofGroup }));
  return { ...seed, orgs: [{ ...acme, groups, ...ofOrg }, ...others] };
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Body as JSON; undefined when it is empty. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not
  readonly json: any;
}

export interface Sending {
  readonly method?: string;
  /** The path as it goes onto the request line, unchanged. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body: sent as it is when text or bytes, as JSON otherwise. */
  readonly body?: unknown;
}

/** Sends one request exactly as given; unlike fetch it leaves `..` and capitals in the path alone. */
export function send(base: string, { method = "GET", path, headers = {}, body }: Sending): Promise<Reply> {
  const { hostname, port } = new URL(base);
  const bytes =
    body === undefined
      ? undefined
      : typeof body === "string" || body instanceof Uint8Array
        ? Buffer.from(body)
        : Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        method,
        path,
        headers: { ...headers, ...(bytes && { "content-length": bytes.length }) },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          // Some answers are plain text under a JSON type; only the first character tells.
          const isJson = /json/.test(incoming.headers["content-type"] ?? "") && !/^[-<]/.test(text);
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers as Record<string, string>,
            text,
            json: isJson && text !== "" ? JSON.parse(text) : undefined,
          });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(bytes);
  });
}

interface Digesting {
  readonly method: string;
  readonly uri: string;
  readonly nonce: string;
  readonly count?: number;
}

/** The Authorization header that answers a digest challenge. */
export function digest(
  { publicKey, privateKey }: { publicKey: string; privateKey: string },
  { method, uri, nonce, count = 1 }: Digesting,
): string {
  const realm = "MMS Public API";
  const nc = count.toString(16).padStart(8, "0");
  const cnonce = randomBytes(8).toString("hex");
  const ha1 = md5(`${publicKey}:${realm}:${privateKey}`);
  const response = md5(`${ha1}:${nonce}:${nc}:${cnonce}:auth:${md5(`${method}:${uri}`)}`);
  return `Digest username="${publicKey}", realm="${realm}", nonce="${nonce}", uri="${uri}", qop=auth, nc=${nc}, cnonce="${cnonce}", response="${response}", algorithm=MD5`;
}

export const nonceOf = (challenged: Reply): string =>
  /nonce="([^"]+)"/.exec(challenged.headers["www-authenticate"] ?? "")?.[1] ?? "";

/** Headers of a JSON request of version 2023-01-01, unless it says otherwise. */
const withHeaders = (sending: Sending) => ({
  ...sending,
  headers: {
    accept: v2023,
    ...(sending.body !== undefined && { "content-type": "application/json" }),
    ...sending.headers,
  },
});

/** Asks as an API key, by challenge and answer. */
export async function sendAs(
  base: string,
  key: { publicKey: string; privateKey: string },
  sending: Sending,
): Promise<Reply> {
  const whole = withHeaders(sending);
  const nonce = nonceOf(await send(base, whole));
  const authorization = digest(key, { method: whole.method ?? "GET", uri: whole.path, nonce });
  return send(base, { ...whole, headers: { ...whole.headers, authorization } });
}

export interface World extends Anteroom {
  /** Sends a request without credentials. */
  send(sending: Sending): Promise<Reply>;
  /** Asks by digest, challenge and answer, with the headers of a JSON request of version 2023-01-01 by default. */
  as(key: { publicKey: string; privateKey: string }, sending: Sending): Promise<Reply>;
  /** Asks with a bearer token, with the same headers. */
  bearing(token: string, sending: Sending): Promise<Reply>;
  /** A fresh access token of `account`. */
  token(): Promise<string>;
}

/** Starts a server with the seed above, or another, and stops it when the test ends. */
export async function startWorld(
  t: TestContext,
  { engine = "sqlite", ...options }: AnteroomOptions & { engine?: "sqlite" | "postgres" } = {},
): Promise<World> {
  const databaseUrl = engine === "postgres" ? await createTestDatabase(t, { hasSchema: true }) : undefined;
  const anteroom = await createAnteroom({ seed, ...(databaseUrl && { databaseUrl }), ...options });
  t.after(() => anteroom.close());
  const { url } = anteroom;
  return {
    ...anteroom,
    send: (sending) => send(url, sending),
    as: (key, sending) => sendAs(url, key, sending),
    bearing: (token, sending) => {
      const whole = withHeaders(sending);
      return send(url, { ...whole, headers: { ...whole.headers, authorization: `Bearer ${token}` } });
    },
    async token() {
      const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString("base64");
      const reply = await send(url, {
        method: "POST",
        path: "/api/oauth/token",
        headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" },
        body: "grant_type=client_credentials",
      });
      return reply.json.access_token;
    },
  };
}
