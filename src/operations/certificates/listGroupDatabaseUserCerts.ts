import { userNamed } from "../../changes/certifying.ts";
import { type Resource, userCertificates } from "../../changes/resources.ts";
import { subjectOf } from "../../domain/distinguished-name.ts";
import { type UserCertificate, validFrom } from "../../domain/user-certificate.ts";
import { door, operation, pageOf, paging, schemas, showPageOf, toTimestamp } from "../declare.ts";
import { params, path, shared } from "./common.ts";

export const listGroupDatabaseUserCerts = operation(`GET ${path}`, {
  ...shared,
  summary: "List the certificates of a database user",
  description:
    "Those that have not ended, oldest first; also of a user that was deleted. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params,
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.UserCertPage } },
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async (context) => {
  const { group, params, query, fault } = context;
  const { username } = params;
  const all = await userCertificates.all(context, group);
  const found = all.filter(({ document }) => document.username === username);
  if (found.length === 0 && (await userNamed(context, group, username)) === undefined)
    throw fault("USERNAME_NOT_FOUND", { username });
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
