import { authorityOf, certifiableErrors, requireCertifiable } from "../../changes/certifying.ts";
import { userCertificates } from "../../changes/resources.ts";
import { enterGroup } from "../../changes/scopes.ts";
import { fault } from "../../contract/errors.ts";
import { certificateName, chooseValidity, monthsErrors } from "../../domain/user-certificate.ts";
import { door, operation, schemas } from "../declare.ts";
import { params, path, shared } from "./common.ts";

const owner = door.group("GROUP_OWNER");

export const createGroupDatabaseUserCert = operation(`POST ${path}`, {
  ...shared,
  securityEvent: "credential-creation",
  summary: "Make a certificate for a database user",
  description:
    "Answers the certificate and its private key, which nothing shows again, as PEM. An authority of the project signs it, made for the first one. Needs Project Owner, and a user whose x509Type is MANAGED.",
  door: owner,
  holds: "group",
  status: 201,
  showsSecret: true,
  params,
  body: schemas.UserCert,
  versions: { "2023-01-01": { reply: schemas.UserCertText } },
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
