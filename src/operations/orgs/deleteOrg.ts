// Deletes an organization that has no projects any more.
import { limitSets } from "../../contract/limits.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { envelope, orgId, orgPath } from "./settings.ts";

export const deleteOrg = operation({
  id: "deleteOrg",
  method: "DELETE",
  path: orgPath,
  tag: "Organizations",
  summary: "Delete an organization",
  description:
    "Deletes the organization with its teams, invitations, settings, API keys and service accounts, the caller's own included. Accounts of people stay. Refused while it has projects. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  limit: limitSets.org,
  status: 204,
  params: { orgId },
  query: { envelope },
  versions: { "2023-01-01": {} },
  errors: ["ORG_NOT_EMPTY"],
}).handle(
  async ({ tx, org, fault }) => {
    if ((await tx.groups.countInOrg(org.id)) > 0) throw fault("ORG_NOT_EMPTY", { orgId: org.id });
    await tx.orgs.remove(org.id);
  },
  { "2023-01-01": null },
);
