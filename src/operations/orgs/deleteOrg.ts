import { door, operation } from "../declare.ts";
import { oneOrg, orgPath } from "./common.ts";

export const deleteOrg = operation(`DELETE ${orgPath}`, {
  securityEvent: "organization-removal",
  ...oneOrg,
  summary: "Delete an organization",
  description:
    "Deletes the organization with its teams, invitations, settings, API keys and service accounts, the caller's own included. Accounts of people stay. Refused while it has projects. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  without: ["pretty"],
  versions: { "2023-01-01": {} },
  errors: ["ORG_NOT_EMPTY"],
}).handle(async ({ tx, org, fault }) => {
  if ((await tx.groups.countInOrg(org.id)) > 0) throw fault("ORG_NOT_EMPTY", { orgId: org.id });
  await tx.orgs.remove(org.id);
});
