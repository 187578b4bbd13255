// Translates the actions and roles of Atlas into MongoDB's terms.

import type { CustomRole, Resource } from "./custom-role.ts";
import type { ActionName } from "./database-actions.ts";

export interface Privilege {
  readonly resource: { readonly cluster: true } | { readonly db: string; readonly collection: string };
  readonly actions: readonly string[];
}

/** The actions whose MongoDB name differs from Atlas's in more than its spelling. */
const words: Readonly<Partial<Record<ActionName, string>>> = {
  BYPASS_DEFAULT_MAX_TIME_MS: "bypassDefaultMaxTimeMS",
  BYPASS_USER_WRITE_BLOCK: "bypassWriteBlockingMode",
  CREATE_SEARCH_INDEX: "createSearchIndexes",
  IN_PROG: "inprog",
  KILL_OP: "killop",
  NET_STAT: "netstat",
  RENAME_COLLECTION_SAME_DB: "renameCollectionSameDB",
  SET_USER_WRITE_BLOCK: "setUserWriteBlockMode",
  USE_UUID: "useUUID",
};

/** The actions of Atlas's data federation and stream processing, which no deployment of MongoDB has. */
const ofAtlasAlone = /^(SQL|OUT_TO|STORAGE)_|^VIEW_ALL_HISTORY$|STREAM_PROCESSOR|^LIST_CONNECTIONS$/;

const camel = (name: string): string =>
  name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Returns MongoDB's name of an action; undefined for one that only Atlas has. */
export const toAction = (name: ActionName): string | undefined =>
  ofAtlasAlone.test(name) ? undefined : (words[name] ?? camel(name));

/** Returns the actions of a custom role that only Atlas has. */
export const ofAtlasOnly = (actions: CustomRole["actions"]): string[] =>
  actions.map(({ action }) => action).filter((name) => toAction(name) === undefined);

const toResource = (resource: Resource): Privilege["resource"] =>
  "cluster" in resource ? { cluster: true } : { db: resource.db, collection: resource.collection ?? "" };

/** Returns one privilege for each resource, with all of its actions: MongoDB groups by resource, and Atlas by action. */
export function toPrivileges(actions: CustomRole["actions"]): Privilege[] {
  const byResource = new Map<
    string,
    { readonly resource: Privilege["resource"]; readonly actions: string[] }
  >();
  for (const { action, resources } of actions) {
    const word = toAction(action);
    if (word === undefined) continue;
    for (const each of resources) {
      const resource = toResource(each);
      const key = JSON.stringify(resource);
      const privilege = byResource.get(key) ?? { resource, actions: [] };
      privilege.actions.push(word);
      byResource.set(key, privilege);
    }
  }
  return [...byResource.values()];
}

/** Removes privileges without actions, which MongoDB refuses. */
export const withoutActions = (all: readonly Privilege[], names: ReadonlySet<string>): Privilege[] =>
  all
    .map(({ resource, actions }) => ({ resource, actions: actions.filter((name) => !names.has(name)) }))
    .filter(({ actions }) => actions.length > 0);

/** Returns the actions that a deployment does not know, from the message of its refusal. */
export const unknownActions = (message: string): string[] =>
  /^Unrecognized action[^:]*: *(.+)$/.exec(message)?.[1]?.split(/, */) ?? [];

const onCluster = (...actions: string[]): Privilege => ({ resource: { cluster: true }, actions });

/** The privileges of roles that only Atlas has, for custom roles that inherit them. */
const privileges: Readonly<Record<string, readonly Privilege[]>> = {
  killOpSession: [onCluster("inprog", "killop", "listSessions", "killAnySession")],
  autoCompact: [onCluster("compact")],
  manageShardBalancer: [
    { resource: { db: "config", collection: "settings" }, actions: ["find", "insert", "update"] },
  ],
};

export const privilegesOfRole = (name: string): readonly Privilege[] | undefined =>
  Object.hasOwn(privileges, name) ? privileges[name] : undefined;

const reading = [
  "changeStream",
  "collStats",
  "dbHash",
  "dbStats",
  "find",
  "killCursors",
  "listCollections",
  "listIndexes",
  "planCacheRead",
];
const writing = [
  "convertToCapped",
  "createCollection",
  "createIndex",
  "dropCollection",
  "dropIndex",
  "insert",
  "remove",
  "renameCollectionSameDB",
  "update",
];

/** Returns the actions of `read` and `readWrite` on one collection: MongoDB's built-in roles are not limited to collections. */
export const onCollection = (role: string, db: string, collection: string): Privilege[] => [
  {
    resource: { db, collection },
    actions: role === "readWrite" ? [...reading, ...writing] : reading,
  },
];
