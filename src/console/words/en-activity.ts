// What the pages of activity say: every type of event as a label and as a sentence, in English.
import { describeType } from "../../domain/event.ts";
import { type Arrivals, type EventFacts, isOwn, known, type Types } from "./event-facts.ts";

const named = (noun: string, name: string) => (name === "" ? noun : `${noun} ${name}`);

const types: Types = {
  API_KEY_ACCESS_LIST_ENTRY_ADDED: [
    "Address added to an API key",
    ({ key, entry }) => `added ${entry} to the access list of the API key ${key}`,
  ],
  API_KEY_ACCESS_LIST_ENTRY_DELETED: [
    "Address removed from an API key",
    ({ key, entry }) => `removed ${entry} from the access list of the API key ${key}`,
  ],
  API_KEY_ADDED_TO_GROUP: [
    "API key added to a project",
    ({ key, group }) => `added the API key ${key} to ${named("the project", group)}`,
  ],
  API_KEY_CREATED: ["API key created", ({ key }) => `created the API key ${key}`],
  API_KEY_DELETED: ["API key deleted", ({ key }) => `deleted the API key ${key}`],
  API_KEY_DESCRIPTION_CHANGED: [
    "Description of an API key changed",
    ({ key }) => `changed the description of the API key ${key}`,
  ],
  API_KEY_REMOVED_FROM_GROUP: [
    "API key removed from a project",
    ({ key, group }) => `removed the API key ${key} from ${named("the project", group)}`,
  ],
  API_KEY_ROLES_CHANGED: [
    "Roles of an API key changed",
    ({ key }) => `changed the roles of the API key ${key}`,
  ],
  DATA_EXPLORER_DISABLED: ["Data Explorer turned off", () => "turned the Data Explorer off"],
  DATA_EXPLORER_ENABLED: ["Data Explorer turned on", () => "turned the Data Explorer on"],
  DATA_FEDERATION_QUERY_LIMIT_CONFIGURED: [
    "Data Federation limit set",
    () => "set a limit of Data Federation",
  ],
  DATA_FEDERATION_QUERY_LIMIT_DELETED: [
    "Data Federation limit removed",
    () => "removed a limit of Data Federation",
  ],
  GROUP_CREATED: ["Project created", ({ group }) => `created ${named("the project", group)}`],
  GROUP_DELETED: ["Project deleted", ({ group }) => `deleted ${named("the project", group)}`],
  GROUP_INVITATION_DELETED: [
    "Invitation to a project ended",
    ({ user, group }) => `ended the invitation of ${user} to ${named("the project", group)}`,
  ],
  GROUP_MOVED: [
    "Project moved here",
    ({ group }) => `moved ${named("the project", group)} to this organization`,
  ],
  GROUP_MOVED_FROM_ORG: ["Project moved away", () => "moved a project to another organization"],
  GROUP_NAME_CHANGED: ["Project renamed", ({ group }) => `renamed ${named("the project", group)}`],
  GROUP_TAGS_MODIFIED: [
    "Tags of a project changed",
    ({ group }) => `changed tags of ${named("the project", group)}`,
  ],
  INVITATIONS_OF_REMOVED_INVITER: [
    "Invitations of a removed inviter pending",
    ({ user }) => `removed ${user}, whose invitations can still be accepted`,
  ],
  INVITED_TO_GROUP: [
    "Invited to a project",
    ({ user, group }) => `invited ${user} to ${named("the project", group)}`,
  ],
  INVITED_TO_ORG: ["Invited to the organization", ({ user }) => `invited ${user} to the organization`],
  INVITED_TO_TEAM: ["Invited to a team", ({ user }) => `invited ${user} to a team`],
  JOINED_GROUP: ["Joined a project", ({ user, group }) => `added ${user} to ${named("the project", group)}`],
  JOINED_ORG: ["Joined the organization", ({ user }) => `added ${user} to the organization`],
  JOINED_TEAM: ["Joined a team", ({ user }) => `added ${user} to a team`],
  NETWORK_PERMISSION_ENTRY_ADDED: [
    "Network address added",
    ({ entry }) => `allowed ${named("the address", entry)}`,
  ],
  NETWORK_PERMISSION_ENTRY_REMOVED: [
    "Network address removed",
    ({ entry }) => `stopped allowing ${named("the address", entry)}`,
  ],
  ORG_CREATED: ["Organization created", () => "created the organization"],
  ORG_DELEGATION_SETTINGS_UPDATED: ["Delegation settings changed", () => "changed the delegation settings"],
  ORG_INVITATION_DELETED: [
    "Invitation to the organization ended",
    ({ user }) => `ended the invitation of ${user} to the organization`,
  ],
  ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED: [
    "Access lists made optional",
    () => "no longer requires an access list for every credential",
  ],
  ORG_PUBLIC_API_ACCESS_LIST_REQUIRED: [
    "Access lists required",
    () => "requires an access list for every credential",
  ],
  ORG_RENAMED: ["Organization renamed", () => "renamed the organization"],
  ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED: [
    "Maximum lifetime of secrets changed",
    () => "changed the maximum lifetime of secrets of service accounts",
  ],
  ORG_SETTINGS_UPDATED: [
    "Settings of the organization changed",
    () => "changed the settings of the organization",
  ],
  ORG_TWO_FACTOR_AUTH_OPTIONAL: ["Second factor made optional", () => "no longer requires a second factor"],
  ORG_TWO_FACTOR_AUTH_REQUIRED: ["Second factor required", () => "requires a second factor"],
  PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED: [
    "Collection of statistics changed",
    () => "changed whether database statistics are collected",
  ],
  PROJECT_ENABLE_DATA_VALIDATION_UPDATED: [
    "Data validation changed",
    () => "changed whether data is validated",
  ],
  PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED: [
    "Extended storage sizes changed",
    () => "changed whether extended storage sizes are offered",
  ],
  PROJECT_LIMIT_UPDATED: [
    "Limit of a project changed",
    ({ group }) => `changed a limit of ${named("the project", group)}`,
  ],
  REMOVED_FROM_GROUP: [
    "Removed from a project",
    ({ user, group }) => `removed ${user} from ${named("the project", group)}`,
  ],
  REMOVED_FROM_ORG: ["Removed from the organization", ({ user }) => `removed ${user} from the organization`],
  REMOVED_FROM_TEAM: ["Removed from a team", ({ user }) => `removed ${user} from a team`],
  SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED: [
    "Address added to a service account",
    ({ account, entry }) => `added ${entry} to the access list of the service account ${account}`,
  ],
  SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED: [
    "Address removed from a service account",
    ({ account, entry }) => `removed ${entry} from the access list of the service account ${account}`,
  ],
  SERVICE_ACCOUNT_ADDED_TO_GROUP: [
    "Service account added to a project",
    ({ account, group }) => `added the service account ${account} to ${named("the project", group)}`,
  ],
  SERVICE_ACCOUNT_CREATED: [
    "Service account created",
    ({ account }) => `created the service account ${account}`,
  ],
  SERVICE_ACCOUNT_DELETED: [
    "Service account deleted",
    ({ account }) => `deleted the service account ${account}`,
  ],
  SERVICE_ACCOUNT_DETAILS_CHANGED: [
    "Details of a service account changed",
    ({ account }) => `changed the name or description of the service account ${account}`,
  ],
  SERVICE_ACCOUNT_REMOVED_FROM_GROUP: [
    "Service account removed from a project",
    ({ account, group }) => `removed the service account ${account} from ${named("the project", group)}`,
  ],
  SERVICE_ACCOUNT_ROLES_CHANGED: [
    "Roles of a service account changed",
    ({ account }) => `changed the roles of the service account ${account}`,
  ],
  SERVICE_ACCOUNT_SECRET_ADDED: [
    "Secret of a service account created",
    ({ account }) => `created a secret for the service account ${account}`,
  ],
  SERVICE_ACCOUNT_SECRET_DELETED: [
    "Secret of a service account deleted",
    ({ account }) => `deleted a secret of the service account ${account}`,
  ],
  TAGS_MODIFIED: ["Tags changed", () => "changed tags"],
  TEAM_ADDED_TO_GROUP: [
    "Team added to a project",
    ({ team, group }) => `added the team ${team} to ${named("the project", group)}`,
  ],
  TEAM_CREATED: ["Team created", ({ team }) => `created the team ${team}`],
  TEAM_DELETED: ["Team deleted", ({ team }) => `deleted the team ${team}`],
  TEAM_NAME_CHANGED: ["Team renamed", ({ team }) => `renamed the team ${team}`],
  TEAM_REMOVED_FROM_GROUP: [
    "Team removed from a project",
    ({ team, group }) => `removed the team ${team} from ${named("the project", group)}`,
  ],
  TEAM_ROLES_MODIFIED: [
    "Roles of a team changed",
    ({ team, group }) => `changed the roles of the team ${team} in ${named("the project", group)}`,
  ],
  USER_ROLES_CHANGED_AUDIT: ["Roles of a person changed", ({ user }) => `changed the roles of ${user}`],
};

const arrivals: Arrivals = {
  JOINED_GROUP: (user) => `${user} joined the project.`,
  JOINED_ORG: (user) => `${user} joined the organization.`,
  JOINED_TEAM: (user) => `${user} joined a team.`,
  REMOVED_FROM_GROUP: (user) => `${user} left the project.`,
  REMOVED_FROM_ORG: (user) => `${user} left the organization.`,
};

const doers = { key: "The API key", account: "The service account", person: "" };

export const activity = {
  title: "Activity",
  lead: "What happened here, newest first.",
  from: "From (UTC)",
  to: "Until (UTC)",
  types: "Event types",
  /** Up to three labels, or the number of labels. */
  chosen: (labels: readonly string[]) =>
    labels.length === 0 ? "all" : labels.length > 3 ? `${labels.length} chosen` : labels.join(", "),
  apply: "Apply",
  clear: "Show everything",
  onlyClusters: (names: string) => `Only events about these clusters: ${names}. There are no clusters here.`,
  filters: "Filters",
  who: "E-mail address, public key or client ID",
  /** A credential: programs know it by its code. */
  called: (name: string, code: string) => `${name} (${code})`,
  onlyOf: (who: string) => `Only events by or about ${who}.`,
  ofEverybody: "Show everybody",
  cut: "Only the newest 20,000 events of the period were searched. Choose an earlier end to see older ones.",
  badFilters: "These filters are not valid. Write dates like 2026-08-10T03:04.",
  chart: "Events by day, the last 30 days (UTC)",
  asTable: "As a table",
  day: "Day",
  caption: "Events",
  when: "When",
  what: "What happened",
  address: "IP address",
  none: "No events match.",
  pages: "Pages of events",
  groups: {
    people: "People",
    invitations: "Invitations",
    teams: "Teams",
    keys: "API keys",
    accounts: "Service accounts",
    projects: "Projects",
    org: "Organization",
  },
  /** A type in a few words. */
  label: (type: string): string => known(types, type)?.[0] ?? describeType(type),
  /** An event as a sentence. */
  sentence(type: string, facts: EventFacts): string {
    const arrival = known(arrivals, type);
    if (arrival !== undefined && isOwn(facts)) return arrival(facts.user);
    const { doer } = facts;
    const subject = doer === undefined ? "The rehearsal" : named(doers[doer.kind], doer.name).trim();
    const predicate = known(types, type)?.[1](facts);
    return predicate === undefined ? `${describeType(type)}. (${subject})` : `${subject} ${predicate}.`;
  },
};
