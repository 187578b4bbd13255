// An OpenID Connect provider on loopback, made with oidc-provider: it asks nothing and signs in whom the test names.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { type AccountClaims, type Configuration } from "oidc-provider";

export const client = { id: "anteroom", secret: randomBytes(24).toString("hex"), name: "Example Login" };

interface TestProvider {
  readonly issuer: string;
  /** Claims by subject. */
  readonly people: Map<string, Omit<AccountClaims, "sub">>;
  /** The person who signs in next; undefined for a person who declines. */
  subject: string | undefined;
  /** Codes and tokens that were handed out so far. */
  readonly secrets: Set<string>;
  /** True if requests are answered with 503. */
  isDown: boolean;
  /** True if the keys that ID tokens are signed with are kept back. */
  hidesKeys: boolean;
  /** Begins to answer, for a server at `url`. */
  serve(url: string): void;
}

/** Listens at once, so that its issuer is known; answers from `serve` on. */
export async function startProvider(
  t: TestContext,
  configuration: Configuration = {},
): Promise<TestProvider> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" as const }] };
  const state: TestProvider = {
    issuer,
    people: new Map(),
    subject: undefined,
    secrets: new Set(),
    isDown: false,
    hidesKeys: false,
    serve(url) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [`${url}/sign-in/provider/callback`],
          },
        ],
        jwks,
        cookies: { keys: [randomBytes(16).toString("hex")] },
        claims: {
          openid: ["sub"],
          email: ["email", "email_verified"],
          profile: ["name", "given_name", "family_name"],
        },
        features: { devInteractions: { enabled: false } },
        ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
        pkce: { required: () => true },
        interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
        findAccount: (_ctx, sub) => ({
          accountId: sub,
          claims: async () => ({ ...state.people.get(sub), sub }),
        }),
        /** Consent is given without asking. */
        async loadExistingGrant({ oidc: { client, session } }) {
          if (client === undefined || session?.accountId === undefined) return undefined;
          const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
          grant.addOIDCScope("openid email profile");
          await grant.save();
          return grant;
        },
        ...configuration,
      });
      const keep = ({ jti }: { jti: string }) => void state.secrets.add(jti);
      provider.on("authorization_code.saved", keep);
      provider.on("access_token.saved", keep);
      const answer = provider.callback();
      server.on("request", async (request, response) => {
        if (state.isDown) return void response.writeHead(503).end();
        const { pathname } = new URL(request.url ?? "/", issuer);
        if (pathname === "/jwks" && state.hidesKeys) {
          return void response.writeHead(200, { "content-type": "application/json" }).end('{"keys":[]}');
        }
        if (pathname.startsWith("/interaction/")) return void (await decide(provider, request, response));
        await answer(request, response);
      });
    },
  };

  async function decide(provider: Provider, request: IncomingMessage, response: ServerResponse) {
    const result =
      state.subject === undefined
        ? { error: "access_denied", error_description: "the person declined" }
        : { login: { accountId: state.subject, remember: false } };
    await provider.interactionFinished(request, response, result);
  }

  return state;
}

/** Follows a person through the provider, with a browser of their own there; returns the address they are sent back to. */
export async function passThrough({ issuer }: Pick<TestProvider, "issuer">, to: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(to);
  while (at.origin === issuer) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`${at.pathname} answered ${await response.text()}`);
    at = new URL(location, at);
  }
  return at;
}
