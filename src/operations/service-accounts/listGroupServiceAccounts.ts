// Lists the service accounts of a project.
import { limitSets } from "../../contract/limits.ts";
import { GroupServiceAccountPage } from "../../contract/schemas/service-accounts.ts";
import { group } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import {
  countedPaging,
  envelope,
  groupId,
  groupPath,
  includeSystemManaged,
  pretty,
  showGroupAccount,
  tag,
} from "./accounts.ts";

export const listGroupServiceAccounts = operation({
  id: "listGroupServiceAccounts",
  method: "GET",
  path: groupPath,
  tag,
  summary: "List the service accounts of a project",
  description:
    "Every account that holds a role in the project, newest first, with its secrets masked. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.groupServiceAccounts,
  status: 200,
  params: { groupId },
  query: { envelope, pretty, includeSystemManaged, ...countedPaging },

  versions: { "2024-08-05": { reply: GroupServiceAccountPage } },
  errors: [],
}).handle(
  async ({ tx, group, query }) => ({
    page: await tx.serviceAccounts.inGroup(group, { ...query, includeCount: true }),
    groupId: group.id,
  }),
  {
    "2024-08-05": ({ page, groupId }, showing) =>
      showPage(page, showing, (account) => showGroupAccount({ account, groupId })),
  },
);
