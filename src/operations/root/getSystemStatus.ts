import { createHash } from "node:crypto";
import { version } from "../../contract/release.ts";
import { door, limitSets, operation, schemas } from "../declare.ts";

/** Forty hexadecimal digits, the form real Atlas uses for its build; here they follow from the version. */
const build = createHash("sha1").update(`anteroom ${version}`).digest("hex");

export const getSystemStatus = operation("GET /api/atlas/v2", {
  tag: "Root",
  summary: "Get the status of the server and of the key that asks",
  description:
    "Answers the name and build of the server, and the caller's API key with its roles and access list.",
  door: door.signedIn,
  limit: limitSets.root,
  versions: { "2023-01-01": { reply: schemas.SystemStatus } },
}).handle(
  async ({ tx, caller }) => {
    if (caller.kind !== "API_KEY") return null;
    const key = await tx.credentials.apiKey(caller.name);
    return { caller, accessList: key?.accessList ?? [], grants: await tx.grants.of(caller.id) };
  },
  (key, { origin }) => ({
    apiKey: key && {
      accessList: key.accessList.map((cidr) => {
        const single = /^(.*)\/(?:32|128)$/.exec(cidr);
        return { cidrBlock: cidr, ipAddress: single?.[1] ?? null };
      }),
      id: key.caller.id,
      publicKey: key.caller.name,
      roles: key.grants.map(({ orgId, groupId, role }) =>
        groupId === null ? { orgId, roleName: role } : { groupId, roleName: role },
      ),
    },
    appName: "MongoDB Atlas" as const,
    build,
    links: [{ href: `${origin}/api/atlas/v2`, rel: "self" }],
    throttling: false,
  }),
);
