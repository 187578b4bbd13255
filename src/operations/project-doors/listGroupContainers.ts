import { containersIn } from "../../changes/containers.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { showContainer } from "./common.ts";

export const listGroupContainers = atlas("listGroupContainers", {}).handle(
  async ({ tx, now, group, query }) => {
    const { providerName = "AWS" } = query;
    const all = await containersIn({ tx, now }, group);
    return pageOf(
      all.filter((each) => each.providerName === providerName),
      query,
    );
  },
  showPageOf(showContainer),
);
