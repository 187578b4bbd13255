// Operations on X.509 certificates of database users.

import type { Resource } from "../../core/changes/resources.ts";
import { enterGroup } from "../../core/changes/scopes.ts";
import { fault } from "../../core/contract/errors.ts";
import { subjectOf } from "../../core/domain/distinguished-name.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { door, pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { authorityOf, certifiableErrors, requireCertifiable, userNamed } from "./certifying.ts";
import { userCertificates } from "./kept.ts";
import {
  certificateName,
  chooseValidity,
  monthsErrors,
  type UserCertificate,
  validFrom,
} from "./rules/user-certificate.ts";

export const listGroupDatabaseUserCerts = atlas("listGroupDatabaseUserCerts", {
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async (context) => {
  const { group, params, query, fault } = context;
  const { username } = params;
  const all = await userCertificates.all(context, group);
  const found = all.filter(({ document }) => document.username === username);
  if (found.length === 0 && (await userNamed(context, group, username)) === undefined) {
    throw fault("USERNAME_NOT_FOUND", { username });
  }
  return pageOf(found, query);
}, showPageOf(showCertificate));

function showCertificate({ groupId, document, createdAt, endsAt }: Resource<UserCertificate>) {
  return {
    _id: document.serial,
    createdAt: toTimestamp(validFrom(createdAt)),
    groupId,
    notAfter: toTimestamp(endsAt ?? 0),
    subject: subjectOf(document.username),
  };
}

const owner = door.group("GROUP_OWNER");

export const createGroupDatabaseUserCert = atlas("createGroupDatabaseUserCert", {
  locks: "group",
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [...certifiableErrors, ...monthsErrors],
})
  .prepare(async ({ params: { groupId, username }, body, caller, now, read, issue, isGone }) => {
    chooseValidity(body.monthsUntilExpiration, now, fault);
    // Making a key takes long, so the caller is checked first, and then waits in the queue of the organization.
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
