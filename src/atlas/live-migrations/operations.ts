// Operations on the link token of an organization, with which Cloud Manager or Ops Manager pushes a live migration to it.

import { writeSettings } from "../../core/changes/settings.ts";
import { wrongField } from "../../core/contract/errors.ts";
import { toCidr } from "../../core/domain/access-entry.ts";
import { atlas } from "../../core/operations/atlas.ts";

export const createOrgLiveMigrationLinkToken = atlas("createOrgLiveMigrationLinkToken", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: ["BAD_REQUEST", "ORG_LINK_EXISTS"],
  needs: ["issue"],
}).handle(
  async ({ tx, now, newId, org, body: { accessListIps = [] }, issue, fault }) => {
    const wrong = accessListIps.find((entry) => toCidr(entry) === undefined);
    if (wrong !== undefined) {
      throw fault("BAD_REQUEST", {}, wrongField("accessListIps", `${wrong} is no address or CIDR block.`));
    }
    if ((await tx.documents.settingOfOrg(org.id, "linkToken")) !== undefined) {
      throw fault("ORG_LINK_EXISTS", { orgId: org.id });
    }
    const { token, hash } = issue.token();
    writeSettings({ tx, now, newId }, { orgId: org.id }, "linkToken", { accessListIps, hash });
    return token;
  },
  (linkToken) => ({ linkToken }),
);

export const deleteOrgLiveMigrationLinkTokens = atlas("deleteOrgLiveMigrationLinkTokens", {
  securityEvent: "credential-removal",
  errors: ["ORG_LINK_NOT_FOUND"],
}).handle(async ({ tx, org, fault }) => {
  if ((await tx.documents.settingOfOrg(org.id, "linkToken")) === undefined) {
    throw fault("ORG_LINK_NOT_FOUND", {});
  }
  tx.documents.removeOfOrg(org.id, "linkToken");
});
