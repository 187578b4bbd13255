import { atlas } from "../atlas.ts";
import { showPage } from "../declare.ts";
import { showGroupAccount } from "./common.ts";

export const listGroupServiceAccounts = atlas("listGroupServiceAccounts", {}).handle(
  async ({ tx, group, query }) => ({
    page: await tx.serviceAccounts.inGroup(group, { ...query, includeCount: true }),
    groupId: group.id,
  }),
  ({ page, groupId }, showing) =>
    showPage(page, showing, (account) => showGroupAccount({ account, groupId })),
);
