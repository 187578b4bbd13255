// The Terraform provider's blocks for each operation: its resources and data sources, with the names of their arguments, as
// `terraform.json` lists them. What it lists under `things` is made, changed, read, listed and deleted under one name.
import table from "./terraform.json" with { type: "json" };

/** A resource or data source, and what it takes of a call. */
export interface Block {
  readonly type: string;
  /** Members of the body that are arguments. */
  readonly takes?: readonly string[];
  /** Members of the body that are written as blocks. */
  readonly blocks?: readonly string[];
  /** The arguments by member or parameter, if the provider uses another word. */
  readonly as?: Readonly<Record<string, string>>;
  /** Arguments that it cannot do without. */
  readonly needs?: readonly string[];
  /** Parameters that it has no argument for. */
  readonly without?: readonly string[];
}

const things: Readonly<Record<string, Block>> = table.things;
export const resources: Record<string, Block> = table.resources;
export const dataSources: Record<string, Block> = table.dataSources;
/** Types whose block is removed to end what the operation ends. */
export const removals: Record<string, string> = table.removals;
/** The hints how to find in its attributes what the list has. */
export const hints: Readonly<Record<string, string>> = table.hints;
/** A list by an address is the data source of one person; without one it has everybody in its attribute users. */
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

/** `orgId` → `org_id`. */
export const argumentOf = (name: string): string =>
  renamed.get(name) ?? name.replace(/AI|DB|GB|IOPS|[A-Z]/g, (capitals) => `_${capitals.toLowerCase()}`);
