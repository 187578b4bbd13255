import { networkEntries } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showEntry } from "./common.ts";

export const listGroupAccessListEntries = atlas("listGroupAccessListEntries", {}).handle(
  ({ group, query, ...reading }) => networkEntries.page(reading, group, query),
  showPageOf(showEntry),
);
