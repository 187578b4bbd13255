import { atlas } from "../atlas.ts";

export const deleteOrg = atlas("deleteOrg", {
  securityEvent: "organization-removal",
  errors: ["ORG_NOT_EMPTY"],
}).handle(async ({ tx, org, fault }) => {
  if ((await tx.groups.countInOrg(org.id)) > 0) throw fault("ORG_NOT_EMPTY", { orgId: org.id });
  await tx.orgs.remove(org.id);
});
