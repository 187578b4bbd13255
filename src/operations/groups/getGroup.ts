import { atlas } from "../atlas.ts";
import { countedOne, showGroup } from "./common.ts";

export const getGroup = atlas("getGroup", {}).handle(
  async ({ tx, now, group }) => countedOne({ tx, now }, { ...group, tags: await tx.groups.tags(group.id) }),
  showGroup,
);
