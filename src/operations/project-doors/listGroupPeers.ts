import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { asIs } from "./common.ts";

export const listGroupPeers = atlas("listGroupPeers", {}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf(asIs),
);
