import { door, operation, schemas, showPage } from "../declare.ts";
import { countedPaging, groupPath, groupSide, includeSystemManaged, showGroupAccount } from "./common.ts";

export const listGroupServiceAccounts = operation(`GET ${groupPath}`, {
  ...groupSide,
  summary: "List the service accounts of a project",
  description:
    "Every account that holds a role in the project, newest first, with its secrets masked. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { includeSystemManaged, ...countedPaging },
  versions: { "2024-08-05": { reply: schemas.GroupServiceAccountPage } },
}).handle(
  async ({ tx, group, query }) => ({
    page: await tx.serviceAccounts.inGroup(group, { ...query, includeCount: true }),
    groupId: group.id,
  }),
  ({ page, groupId }, showing) =>
    showPage(page, showing, (account) => showGroupAccount({ account, groupId })),
);
