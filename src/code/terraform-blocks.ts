// The Terraform provider's blocks for each operation: its resources and data sources, with the names of their arguments, from
// `terraform-blocks.json`. Those under `things` create, change, read, list and delete under one name.
import table from "./terraform-blocks.json" with { type: "json" };

/** A resource or data source, and its arguments for a call. */
export interface Block {
  readonly type: string;
  /** The members of the body that are arguments. */
  readonly takes?: readonly string[];
  /** The members of the body that are written as blocks. */
  readonly blocks?: readonly string[];
  /** The arguments by member or parameter, if the provider uses another name. */
  readonly as?: Readonly<Record<string, string>>;
  /** The arguments that are required. */
  readonly needs?: readonly string[];
  /** The parameters without an argument. */
  readonly without?: readonly string[];
}

const things: Readonly<Record<string, Block>> = table.things;
export const resources: Record<string, Block> = table.resources;
export const dataSources: Record<string, Block> = table.dataSources;
/** The types whose block is removed to end what the operation ends. */
export const removals: Record<string, string> = table.removals;
/** The hints on how to find in its attributes what the list has. */
export const hints: Readonly<Record<string, string>> = table.hints;
/** The data sources of one person, for lists by an address; without one, the attribute users has all people. */
export const ofOnePerson: Readonly<Record<string, string>> = table.ofOnePerson;

const plural = (word: string) => `${word.replace(/(?<!e)y$/, "ie")}s`;

for (const [noun, block] of Object.entries(things)) {
  const { type, as = {} } = block;
  for (const verb of ["create", "update"]) resources[`${verb}${noun}`] = block;
  dataSources[`get${noun}`] = { type, as };
  dataSources[`list${plural(noun)}`] = { type: plural(type) };
  removals[`delete${noun}`] ??= type;
}

for (const each of ["tenantGroupFlexClusterUpgrade", "upgradeGroupClusterTenantUpgrade"]) {
  resources[each] = resources.createGroupCluster as Block;
}

/** The provider's names that differ from the API's. */
const renamed = new Map(
  Object.entries({
    groupId: "project_id",
    groupName: "name",
    limitName: "name",
    teamName: "name",
    apiUserId: "api_key_id",
    alertConfigId: "alert_configuration_id",
    integrationType: "type",
    db: "database_name",
    collection: "collection_name",
    role: "role_name",
  }),
);

/** Converts `orgId` to `org_id`. */
export const argumentOf = (name: string): string =>
  renamed.get(name) ?? name.replace(/AI|DB|GB|IOPS|[A-Z]/g, (capitals) => `_${capitals.toLowerCase()}`);
