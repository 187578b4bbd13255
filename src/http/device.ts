// People sign in command lines: the device authorization grant (RFC 8628) in the form that the atlas CLI speaks. Its errors
// are those of the API, with a code that the CLI knows, and no member of OAuth's.
import { beginCommandLine, renewCommandLine } from "../changes/sessions.ts";
import { type Clock, wallClock } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import { deviceSets } from "../contract/limits.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { accessLifetime, grantLifetime, pollInterval } from "../domain/command-line.ts";
import { second } from "../domain/instant.ts";
import { networkOf } from "../domain/session.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { Store } from "../store/store.ts";
import { type Endpoint, type EndpointRequest, readForm, unstored } from "./endpoints.ts";
import type { Limits, Spend } from "./limits.ts";
import { type ApiAnswer, refuseAlone } from "./reply.ts";

interface DeviceEndpointsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly keyring: Pick<Keyring, "mint" | "people">;
  readonly issue: Pick<Issue, "token" | "hashOf" | "hashOfCode">;
  readonly limits: Limits;
  readonly spend: Spend;
  readonly mintId: (now: number) => string;
}

/** Where the console asks for the code; the same path as on Atlas. */
const verificationPath = "/account/connect";

/** What the CLI asks for, and always gets. */
const scope = "openid profile offline_access";

/** Longer texts that a client says of itself are cut. */
const longestClaim = 200;

export function createDeviceEndpoints({
  store,
  clock,
  keyring: { people, mint },
  issue,
  limits,
  spend,
  mintId,
}: DeviceEndpointsDeps): Endpoint[] {
  /** Begins a request of a command line to be signed in. */
  async function authorize(request: EndpointRequest): Promise<ApiAnswer> {
    const clientId = clientOf(await readForm(request));
    await spend(deviceSets.grantsFrom, networkOf(request.remoteAddress), pathOf("authorize"));
    await spend(deviceSets.grants, "", pathOf("authorize"));
    const { token: deviceCode, hash: deviceHash } = issue.token();
    const userCode = mint.userCode();
    const now = clock.now();
    const grant = {
      deviceHash,
      codeHash: issue.hashOfCode(userCode),
      clientId,
      userAgent: request.userAgent.slice(0, longestClaim),
      remoteAddress: request.remoteAddress,
      createdAt: now,
      expiresAt: now + grantLifetime,
    };
    await store.write(async (tx) => {
      // A clock that was set to the future can be set back.
      await tx.commandLines.sweep(Math.min(now, wallClock()));
      await tx.commandLines.ask(grant);
    });
    return unstored(200, {
      user_code: userCode,
      verification_uri: `${request.origin}${verificationPath}`,
      device_code: deviceCode,
      expires_in: grantLifetime / second,
      interval: pollInterval / second,
    });
  }

  async function token(request: EndpointRequest): Promise<ApiAnswer> {
    const form = await readForm(request);
    const clientId = clientOf(form);
    const grantType = required(form, "grant_type");
    switch (grantType) {
      case "urn:ietf:params:oauth:grant-type:device_code":
        return tokensOf(await redeem(required(form, "device_code"), clientId));
      case "refresh_token":
        return tokensOf(await refresh(required(form, "refresh_token"), clientId));
      default:
        throw fault("UNSUPPORTED_GRANT_TYPE", { grantType });
    }
  }

  async function redeem(deviceCode: string, clientId: string) {
    const deviceHash = issue.hashOf(deviceCode);
    spendPoll(deviceHash);
    const now = clock.now();
    const status = await store.read((tx) => tx.commandLines.statusOf(deviceHash, clientId, now));
    if (status === "PENDING") throw pending();
    if (status === "DENIED") throw fault("DEVICE_AUTHORIZATION_DENIED", {});
    const id = mintId(now);
    const line = status && (await store.write((tx) => beginCommandLine({ tx, now, id }, deviceHash)));
    if (line === undefined) throw fault("DEVICE_AUTHORIZATION_EXPIRED", {});
    return line;
  }

  /** Who asks too early hears what `slow_down` says, in the one code after which the CLI goes on asking. */
  function spendPoll(deviceHash: string): void {
    try {
      limits.take(deviceSets.polls, deviceHash, pathOf("token"));
    } catch (reason) {
      throw reason instanceof Fault ? pending(reason.headers) : reason;
    }
  }

  async function refresh(refreshToken: string, clientId: string) {
    const claims = await people.readRefresh(refreshToken);
    const now = clock.now();
    const line =
      claims && (await store.write((tx) => renewCommandLine({ tx, now }, { ...claims, clientId })));
    if (line === undefined) throw fault("INVALID_REFRESH_TOKEN", {});
    return line;
  }

  async function tokensOf(line: NonNullable<Awaited<ReturnType<typeof redeem>>>): Promise<ApiAnswer> {
    const issuedAt = clock.now();
    // No access token outlives its session.
    const expiresAt = Math.min(issuedAt + accessLifetime, line.expiresAt);
    const answer = unstored(200, {
      access_token: await people.signAccess({ ...line, issuedAt, expiresAt }),
      refresh_token: await people.signRefresh(line),
      scope,
      token_type: "Bearer",
      expires_in: Math.floor((expiresAt - issuedAt) / second),
    });
    return { ...answer, who: line.username };
  }

  /** Signs a command line out by either of its tokens; unknown ones are answered alike (RFC 7009, section 2.2). */
  async function revoke(request: EndpointRequest): Promise<ApiAnswer> {
    const form = await readForm(request);
    const clientId = clientOf(form);
    const sent = required(form, "token");
    const claims = (await people.readRefresh(sent)) ?? (await people.readAccess(sent));
    if (claims !== undefined) {
      await store.write(async (tx) => {
        const line = await tx.commandLines.find(claims.id, clock.now());
        // A token is the client's that it was issued to (RFC 7009, section 2.1).
        if (line?.clientId === clientId) await tx.commandLines.end(claims.id);
      });
    }
    return unstored(200, {});
  }

  /** Accounts come by invitation, so that who has none reads there what to do. */
  const registration = async ({ origin }: EndpointRequest): Promise<ApiAnswer> =>
    unstored(200, { registrationUrl: `${origin}${verificationPath}` });

  const endpoint = (
    method: Endpoint["method"],
    name: string,
    answer: Endpoint["answer"],
    securityEvent?: SecurityEvent,
  ): Endpoint => ({
    method,
    path: pathOf(name),
    ...(securityEvent && { securityEvent }),
    async answer(request) {
      limits.take(deviceSets.requests, networkOf(request.remoteAddress), pathOf(name));
      return answer(request);
    },
    refuse: (known) => refuseAlone(known),
  });
  return [
    endpoint("POST", "authorize", authorize),
    endpoint("POST", "token", token, "command-line-token"),
    endpoint("POST", "revoke", revoke, "command-line-sign-out"),
    endpoint("GET", "registration", registration),
  ];
}

const pathOf = (name: string) => `/api/private/unauth/account/device/${name}`;

const pending = (headers: Readonly<Record<string, string>> = {}) =>
  fault("DEVICE_AUTHORIZATION_PENDING", { seconds: pollInterval / second }, { headers });

function required(form: URLSearchParams, attribute: string): string {
  const value = form.get(attribute) ?? "";
  if (value === "") throw fault("MISSING_ATTRIBUTE", { attribute });
  return value;
}

function clientOf(form: URLSearchParams): string {
  const clientId = required(form, "client_id");
  if (clientId.length > longestClaim) throw fault("INVALID_ATTRIBUTE", { attribute: "client_id" });
  return clientId;
}
