// Operations that tools call beside those of Atlas: telemetry, the caller's address, deprecated calls.

import { fault } from "../../core/contract/errors.ts";
import { version } from "../../core/contract/release.ts";
import { entryName, toCidr } from "../../core/domain/access-entry.ts";
import { showCalls } from "../../core/domain/deprecated-call.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { door, object, operation, schemas, Type } from "../../core/operations/declare.ts";
import { defaultMajorVersion } from "../clusters/rules/cluster.ts";
import { readSlowMs, unlisted, writeSlowMs } from "./common.ts";

export const listDeprecatedCalls = operation("GET /api/private/orgs/{orgId}/deprecatedCalls", {
  ...unlisted,
  summary: "List who calls what ends",
  description:
    "Calls of versions with a sunset and those in version 1.0, by operation, client and credential, as this server has counted them; calls are written every five seconds. Only Anteroom has this list. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: { unversioned: { reply: schemas.DeprecatedCallList } },
}).handle(
  async ({ tx, org }) => tx.deprecatedCalls.list(org.id),
  (calls) => ({ calls: calls.map(showCalls) }),
);

/** The type of the answer with the default MongoDB version, which the atlas CLI asks for before it creates a cluster. */
const type = "text/plain;charset=iso-8859-1";

export const getDefaultMongoDbMajorVersion = operation(
  "GET /api/private/unauth/nds/defaultMongoDBMajorVersion",
  {
    ...unlisted,
    summary: "Get the version of MongoDB of new clusters",
    description: "Answers the version as text.",
    door: door.open,
    versions: { unversioned: { reply: Type.String({ description: "Major version of MongoDB." }), type } },
  },
).handle(
  async () => defaultMajorVersion,
  (version) => version,
);

export const getServiceVersion = operation("GET /api/private/unauth/version", {
  ...unlisted,
  summary: "Get the version of the server",
  description: "Answers the version as text, and in a header.",
  door: door.open,
  versions: { unversioned: { reply: Type.String({ description: "Version of Anteroom." }), type } },
}).handle(
  async () => version,
  (text) => text,
  (text) => ({ "x-mongodb-service-version": `gitHash=${text}; versionString=${text}` }),
);

export const getGroupManagedSlowMs = atlas("getGroupManagedSlowMs", {}).handle(
  ({ tx, group }) => readSlowMs(tx, group),
  (isEnabled) => isEnabled,
);

/** The answer with the caller's address, which tools add to access lists. */
const IpInfo = object("IpInfo", {
  currentIpv4Address: Type.String({ description: "The address; one of IPv6 where the caller has such." }),
});

export const getIpInfo = operation("GET /api/private/ipinfo", {
  ...unlisted,
  summary: "Get the address of the caller",
  description: "Answers the address the request came from, as the server sees it.",
  door: door.signedIn,
  versions: { unversioned: { reply: IpInfo } },
}).handle(
  async ({ caller }) => {
    const { ip } = caller.remoteAddress;
    // Tools would add the proxy's address to an access list.
    if (ip === undefined) throw fault("ADDRESS_UNKNOWN", {});
    return ip;
  },
  (address) => ({ currentIpv4Address: entryName(toCidr(address) ?? address) }),
);

export const sendTelemetry = operation("POST /api/private/v1.0/telemetry/events", {
  ...unlisted,
  summary: "Send telemetry",
  description: "Takes whatever is sent and keeps none of it.",
  door: door.signedIn,
  locks: "handler",
  versions: { unversioned: {} },
}).handle(async () => {});

export const sendUnauthTelemetry = operation("POST /api/private/unauth/telemetry/events", {
  ...unlisted,
  summary: "Send telemetry without credentials",
  description: "Takes whatever is sent and keeps none of it.",
  door: door.open,
  locks: "handler",
  versions: { unversioned: {} },
}).handle(async () => {});

export const enableGroupManagedSlowMs = atlas("enableGroupManagedSlowMs", {
  locks: "group",
}).handle(({ tx, now, newId, group }) => writeSlowMs({ tx, now, newId }, group, true));

export const disableGroupManagedSlowMs = atlas("disableGroupManagedSlowMs", {
  locks: "group",
}).handle(({ tx, now, newId, group }) => writeSlowMs({ tx, now, newId }, group, false));
