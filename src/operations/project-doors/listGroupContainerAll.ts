import { containersIn } from "../../changes/containers.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { showContainer } from "./common.ts";

export const listGroupContainerAll = atlas("listGroupContainerAll", {}).handle(
  async ({ tx, now, group, query }) => pageOf(await containersIn({ tx, now }, group), query),
  showPageOf(showContainer),
);
