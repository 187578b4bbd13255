import { userNamed } from "../../changes/certifying.ts";
import { type Resource, userCertificates } from "../../changes/resources.ts";
import { subjectOf } from "../../domain/distinguished-name.ts";
import { type UserCertificate, validFrom } from "../../domain/user-certificate.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf, toTimestamp } from "../declare.ts";

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
