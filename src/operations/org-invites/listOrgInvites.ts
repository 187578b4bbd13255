import type { OrgInvite } from "../../domain/invite.ts";
import { door, ofAddress, operation, schemas, Type } from "../declare.ts";
import { path, shared, showInvite, versions } from "./common.ts";

const username = Type.String({ format: "email", description: "Only the invitation of this e-mail address." });

export const listOrgInvites = operation(`GET ${path}`, {
  ...shared,
  summary: "List the pending invitations to an organization",
  description: "Answers a plain array, oldest first, without paging. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { username },
  successor: "listOrgUsers",
  versions: {
    "2023-01-01": { ...versions["2023-01-01"], reply: Type.Array(schemas.OrganizationInvitation) },
  },
}).handle(
  async ({ tx, org, query, now }) => {
    const { username } = query;
    const invites = await tx.orgInvites.pending(org, now);
    // An empty filter is what clients send that always name the parameter.
    if (username === undefined || username === "") return invites;
    return invites.filter(ofAddress(username));
  },
  (invites: OrgInvite[]) => invites.map(showInvite),
);
