import { authorityOf, certifiableErrors, requireCertifiable } from "../../changes/certifying.ts";
import { userCertificates } from "../../changes/resources.ts";
import { enterGroup } from "../../changes/scopes.ts";
import { fault } from "../../contract/errors.ts";
import { certificateName, chooseValidity, monthsErrors } from "../../domain/user-certificate.ts";
import { atlas } from "../atlas.ts";
import { door } from "../declare.ts";

const owner = door.group("GROUP_OWNER");

export const createGroupDatabaseUserCert = atlas("createGroupDatabaseUserCert", {
  holds: "group",
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [...certifiableErrors, ...monthsErrors],
})
  .prepare(async ({ params: { groupId, username }, body, caller, now, read, issue, isGone }) => {
    chooseValidity(body.monthsUntilExpiration, now, fault);
    // A key takes long: only who may have one waits for it, in the line of the organization.
    const { orgId } = await read(async (tx) => {
      const { group } = await enterGroup({ tx, fault }, groupId, caller, owner);
      await requireCertifiable({ tx, now, fault }, group, username);
      return group;
    });
    return issue.certifier({ line: orgId, isGone });
  })
  .handle(
    async (context) => {
      const { group, params, body, now, prepared, fault } = context;
      const { username } = params;
      await requireCertifiable(context, group, username);
      const validity = chooseValidity(body.monthsUntilExpiration, now, fault);
      const authority = await authorityOf(context, group, prepared);
      const { pem, serial } = prepared.certify(group.id, authority, { username, ...validity });
      const document = { username, serial };
      await userCertificates.add(context, group, certificateName(document), {
        document,
        endsAt: validity.until,
      });
      return pem;
    },
    (pem) => pem,
  );
