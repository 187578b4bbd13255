// Signs command lines in by the device grant (RFC 8628) as the atlas CLI speaks it, with API errors whose codes the CLI knows.
import { beginCommandLine } from "../changes/sessions.ts";
import type { Clock } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import { deviceSets } from "../contract/limits.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { grantLifetime, pollInterval } from "../domain/command-line.ts";
import { second } from "../domain/instant.ts";
import { wideNetworkOf } from "../domain/network.ts";
import { longestClaim, userAgentOf } from "../domain/session.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { Store } from "../store/store.ts";
import type { TokenRules } from "./authenticate.ts";
import { renewLine, type SentToken, signOut, sweepLines, tokensOf } from "./command-line-tokens.ts";
import { type Endpoint, type EndpointRequest, readForm, strangerOf, unstored } from "./endpoints.ts";
import { type Limits, type Spend, spendFrom } from "./limits.ts";
import { type ApiAnswer, refuseAlone } from "./reply.ts";

interface DeviceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly keyring: Pick<Keyring, "mint" | "people">;
  readonly issue: Pick<Issue, "token" | "hashOf" | "hashOfCode">;
  readonly limits: Limits;
  readonly spend: Spend;
  readonly mintId: (now: number) => string;
  readonly tokens: TokenRules;
}

interface SentCode {
  readonly deviceCode: string;
  readonly clientId: string;
}

type Answer = (deps: DeviceDeps, request: EndpointRequest) => Promise<ApiAnswer>;

/** The page of the console that asks for the code; the same path as on Atlas. */
const verificationPath = "/account/connect";
/** The scope that the CLI requests, and always gets. */
const scope = "openid profile offline_access";

export function createDeviceEndpoints(deps: DeviceDeps): Endpoint[] {
  const endpoint = (
    method: Endpoint["method"],
    name: string,
    answer: Answer,
    securityEvent?: SecurityEvent,
  ): Endpoint => ({
    method,
    path: pathOf(name),
    refuse: (known) => refuseAlone(known),
    ...(securityEvent && { securityEvent }),
    async answer(request) {
      await spendFrom(deps.spend, deviceSets.requests, request, pathOf(name), strangerOf(request));
      return answer(deps, request);
    },
  });
  return [
    endpoint("POST", "authorize", authorize),
    endpoint("POST", "token", token, "command-line-token"),
    endpoint("POST", "revoke", revoke, "command-line-sign-out"),
    endpoint("GET", "registration", async (_deps, { origin }) =>
      // Accounts are created by invitation, so a person without one reads on this page what to do.
      unstored(200, { registrationUrl: origin + verificationPath }),
    ),
  ];
}

async function authorize(
  { store, clock, keyring, issue, spend, tokens }: DeviceDeps,
  request: EndpointRequest,
) {
  const clientId = clientOf(await readForm(request));
  const { origin, headers } = request;
  const { ip } = request.remoteAddress;
  await spendFrom(spend, deviceSets.grantsFrom, request, pathOf("authorize"), strangerOf(request));
  await spendGrant(spend, request);
  const { token: deviceCode, hash: deviceHash } = issue.token();
  const userCode = keyring.mint.userCode();
  const now = clock.now();
  await store.write(async (tx) => {
    await sweepLines(tx, now, tokens.time());
    await tx.commandLines.ask({
      deviceHash,
      codeHash: issue.hashOfCode(userCode),
      clientId,
      remoteAddress: ip ?? "",
      userAgent: userAgentOf(headers),
      createdAt: now,
      expiresAt: now + grantLifetime,
    });
  }, strangerOf(request));
  return unstored(200, {
    user_code: userCode,
    verification_uri: origin + verificationPath,
    device_code: deviceCode,
    expires_in: grantLifetime / second,
    interval: pollInterval / second,
  });
}

/** Charges a grant: when the total is used up, networks with few requests still get one. */
async function spendGrant(spend: Spend, request: EndpointRequest): Promise<void> {
  const asker = strangerOf(request);
  const path = pathOf("authorize");
  try {
    await spend(deviceSets.grants, "", path, asker);
  } catch (reason) {
    if (!(reason instanceof Fault)) throw reason;
    await spend(deviceSets.grantsOfFew, wideNetworkOf(request.remoteAddress.ip), path, asker);
    await spend(deviceSets.grantsKept, "", path, asker);
  }
}

async function token(deps: DeviceDeps, request: EndpointRequest): Promise<ApiAnswer> {
  const form = await readForm(request);
  const clientId = clientOf(form);
  const grantType = required(form, "grant_type");
  switch (grantType) {
    case "urn:ietf:params:oauth:grant-type:device_code":
      return tokensOf(
        deps,
        await redeem(deps, request, { deviceCode: required(form, "device_code"), clientId }),
        scope,
      );
    case "refresh_token":
      return tokensOf(
        deps,
        await refresh(deps, request, { token: required(form, "refresh_token"), clientId }),
        scope,
      );
    default:
      throw fault("UNSUPPORTED_GRANT_TYPE", { grantType });
  }
}

async function redeem(deps: DeviceDeps, request: EndpointRequest, { deviceCode, clientId }: SentCode) {
  const asker = strangerOf(request);
  const { store, clock, issue, mintId, tokens } = deps;
  const deviceHash = issue.hashOf(deviceCode);
  spendPoll(deps, deviceHash);
  const now = clock.now();
  const status = await store.read((tx) => tx.commandLines.statusOf(deviceHash, clientId, now), asker);
  if (status === "PENDING") throw pending();
  if (status === "DENIED") throw fault("DEVICE_AUTHORIZATION_DENIED", {});
  const id = mintId(now);
  const begun = { now, tokenTime: tokens.time(), id };
  const line = status && (await store.write((tx) => beginCommandLine({ tx, ...begun }, deviceHash), asker));
  if (line === undefined) throw fault("DEVICE_AUTHORIZATION_EXPIRED", {});
  return line;
}

/** Refuses polls that come too early, with the one code after which the CLI keeps polling. */
function spendPoll({ limits }: DeviceDeps, deviceHash: string): void {
  try {
    limits.take(deviceSets.polls, deviceHash, pathOf("token"));
  } catch (reason) {
    throw reason instanceof Fault ? pending(reason.headers) : reason;
  }
}

async function refresh(deps: DeviceDeps, request: EndpointRequest, sent: SentToken) {
  const line = await renewLine(deps, request, sent);
  if (line === undefined) throw fault("INVALID_REFRESH_TOKEN", {});
  return line;
}

async function revoke(deps: DeviceDeps, request: EndpointRequest) {
  const form = await readForm(request);
  const clientId = clientOf(form);
  return signOut(deps, request, { token: required(form, "token"), clientId });
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
