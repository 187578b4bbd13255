import { rolesHeldThroughout } from "../../changes/explaining.ts";
import { weighThroughout } from "../../domain/explanation.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgUserRoles = operation("GET /console/orgs/{orgId}/users/{userId}/roles", {
  ...onPages,
  summary: "List the roles a person holds in an organization and its projects",
  description:
    "Each role with its source, and each source with the projects that nothing else lets into; none for who holds none. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
}).handle(
  async ({ tx, org, params: { userId } }) => ({
    ...weighThroughout(org, await rolesHeldThroughout(tx, org, userId)),
    hasPasskey: await tx.passkeys.has(userId),
  }),
  asIs,
);
