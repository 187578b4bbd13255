// Exports all that declarations of operations are made of: an operation imports this, and then its own parts.
import * as typebox from "typebox";

import * as deprecatedCalls from "../contract/schemas/deprecated-calls.ts";
import { type Paged, type Showing, showPage } from "../domain/page.ts";

export type { FaultMaker } from "../contract/errors.ts";
export { consoleSets, neighbourSets, olderSets } from "../contract/limits.ts";
export {
  ObjectId,
  object,
  optional,
  paging,
} from "../contract/schemas/common.ts";
export { olderLifetime } from "../contract/versions.ts";
export { type Caller, door, permit } from "../domain/access.ts";
export { chooseUsername, ofAddress } from "../domain/address.ts";
export { type Instant, timestampOf, toTimestamp } from "../domain/instant.ts";
export { networkOf } from "../domain/network.ts";
export { type Paged, pageOf, type Showing, showPage } from "../domain/page.ts";
export {
  chooseGroupRoles,
  chooseNamedGroupRoles,
  chooseNamedOrgRoles,
  chooseOrgRoles,
  groupRoleErrors,
  orgRoleErrors,
} from "../domain/role-list.ts";
export type { Reads } from "../store/store.ts";
export { operation } from "./operation.ts";

/** The schemas of bodies and replies of our own operations, by their names in the OpenAPI document. */
export const schemas = { ...deprecatedCalls };

/** The builders of schemas, listed one by one so that the bundle has no more of TypeBox than is used. */
export const Type = {
  Array: typebox.Array,
  Boolean: typebox.Boolean,
  Enum: typebox.Enum,
  Integer: typebox.Integer,
  Object: typebox.Object,
  Optional: typebox.Optional,
  String: typebox.String,
  Unknown: typebox.Unknown,
  Unsafe: typebox.Unsafe,
};

export const showPageOf =
  <Item, View>(show: (item: Item, showing: Showing) => View) =>
  (page: Paged<Item>, showing: Showing) =>
    showPage(page, showing, (item) => show(item, showing));

export const linksOf = (href: string, ...related: readonly string[]) => [
  { href, rel: "self" },
  ...related.map((name) => ({ href: `${href}/${name}`, rel: `https://cloud.mongodb.com/${name}` })),
];
