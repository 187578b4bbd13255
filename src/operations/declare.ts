// What declarations of operations are made of, from one place: an operation imports this, and then what is its own.
import * as typebox from "typebox";

import * as alertSchemas from "../contract/schemas/alerts.ts";
import * as apiKeys from "../contract/schemas/api-keys.ts";
import * as backups from "../contract/schemas/backups.ts";
import * as clusterViews from "../contract/schemas/cluster-views.ts";
import * as clusterSchemas from "../contract/schemas/clusters.ts";
import * as controlPlane from "../contract/schemas/control-plane.ts";
import * as databaseAccess from "../contract/schemas/database-access.ts";
import * as deployments from "../contract/schemas/deployments.ts";
import * as deprecatedCalls from "../contract/schemas/deprecated-calls.ts";
import * as encryption from "../contract/schemas/encryption.ts";
import * as events from "../contract/schemas/events.ts";
import * as federation from "../contract/schemas/federation.ts";
import * as groups from "../contract/schemas/groups.ts";
import * as integrations from "../contract/schemas/integrations.ts";
import * as invites from "../contract/schemas/invites.ts";
import * as networkAccess from "../contract/schemas/network-access.ts";
import * as orgCreation from "../contract/schemas/org-creation.ts";
import * as orgSettings from "../contract/schemas/org-settings.ts";
import * as orgs from "../contract/schemas/orgs.ts";
import * as projectDoors from "../contract/schemas/project-doors.ts";
import * as providerAccess from "../contract/schemas/provider-access.ts";
import * as rateLimits from "../contract/schemas/rate-limits.ts";
import * as resourcePolicies from "../contract/schemas/resource-policies.ts";
import * as searchDeployments from "../contract/schemas/search-deployments.ts";
import * as serviceAccounts from "../contract/schemas/service-accounts.ts";
import * as teams from "../contract/schemas/teams.ts";
import * as userSecurity from "../contract/schemas/user-security.ts";
import * as users from "../contract/schemas/users.ts";
import { type Paged, type Showing, showPage } from "../domain/page.ts";

export type { FaultMaker } from "../contract/errors.ts";
export { consoleSets, limitSets, neighbourSets, olderSets } from "../contract/limits.ts";
export {
  envelope,
  flag,
  ObjectId,
  object,
  optional,
  Page,
  paging,
  pathParams,
  pretty,
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

/** Schemas of bodies and replies, by their names in the OpenAPI document, and those of query parameters. */
export const schemas = {
  ...alertSchemas,
  ...apiKeys,
  ...backups,
  ...clusterSchemas,
  ...clusterViews,
  ...controlPlane,
  ...databaseAccess,
  ...deployments,
  ...deprecatedCalls,
  ...encryption,
  ...events,
  ...federation,
  ...groups,
  ...integrations,
  ...invites,
  ...networkAccess,
  ...orgCreation,
  ...orgSettings,
  ...orgs,
  ...projectDoors,
  ...providerAccess,
  ...rateLimits,
  ...resourcePolicies,
  ...searchDeployments,
  ...serviceAccounts,
  ...teams,
  ...userSecurity,
  ...users,
};

/** What schemas are written with. One by one, so that the bundle holds no more of TypeBox than is used. */
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
