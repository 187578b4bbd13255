import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";

export const listGroupStreamWorkspaces = atlas("listGroupStreamWorkspaces", {}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf((workspace) => workspace),
);
