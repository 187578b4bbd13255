import { showCalls } from "../../domain/deprecated-call.ts";
import { door, operation, schemas } from "../declare.ts";
import { unlisted } from "./common.ts";

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
