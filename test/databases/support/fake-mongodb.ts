// A double of MongoDB's server at the level of its driver: it keeps users and roles, and refuses commands that MongoDB's documentation does not allow.
import {
  Away,
  type Deployment,
  type OpenDeployment,
  Refused,
} from "../../../src/databases/deployments/deployment.ts";

type Sent = Readonly<Record<string, unknown>>;

interface User {
  pwd: string;
  roles: readonly unknown[];
  customData: unknown;
}

interface Role {
  privileges: readonly unknown[];
  roles: readonly unknown[];
}

/** https://www.mongodb.com/docs/manual/reference/built-in-roles/ */
const onAdmin = [
  "backup",
  "clusterMonitor",
  "dbAdminAnyDatabase",
  "enableSharding",
  "readAnyDatabase",
  "readWriteAnyDatabase",
  "root",
];
const onAny = ["dbAdmin", "read", "readWrite"];

/** https://www.mongodb.com/docs/manual/reference/privilege-actions/ */
export const actions: ReadonlySet<string> = new Set([
  "find",
  "insert",
  "remove",
  "update",
  "bypassDocumentValidation",
  "useUUID",
  "changeOwnPassword",
  "createCollection",
  "createIndex",
  "createSearchIndexes",
  "dropCollection",
  "enableProfiler",
  "killCursors",
  "killAnyCursor",
  "planCacheIndexFilter",
  "planCacheRead",
  "planCacheWrite",
  "storageDetails",
  "setUserWriteBlockMode",
  "bypassWriteBlockingMode",
  "analyze",
  "analyzeShardKey",
  "appendOplogNote",
  "checkMetadataConsistency",
  "clearJumboFlag",
  "clusterManager",
  "enableSharding",
  "refineCollectionShardKey",
  "addShard",
  "flushRouterConfig",
  "getShardMap",
  "listShards",
  "moveChunk",
  "removeShard",
  "reshardCollection",
  "shardedDataDistribution",
  "shardingState",
  "splitChunk",
  "splitVector",
  "transitionFromDedicatedConfigServer",
  "changeStream",
  "collMod",
  "compact",
  "convertToCapped",
  "dropDatabase",
  "dropIndex",
  "dropSearchIndex",
  "forceUUID",
  "reIndex",
  "renameCollectionSameDB",
  "touch",
  "updateSearchIndex",
  "bypassDefaultMaxTimeMS",
  "inprog",
  "killop",
  "invalidateUserCache",
  "killAnySession",
  "listSessions",
  "replSetGetConfig",
  "replSetGetStatus",
  "connPoolStats",
  "connPoolSync",
  "cursorInfo",
  "dbHash",
  "diagLogging",
  "getCmdLineOpts",
  "getLog",
  "getParameter",
  "hostInfo",
  "listDatabases",
  "netstat",
  "serverStatus",
  "validate",
  "top",
  "collStats",
  "dbStats",
  "indexStats",
  "listCollections",
  "listIndexes",
  "listSearchIndexes",
]);

const badValue = (message: string) => new Refused(message, { code: 9, codeName: "FailedToParse" });
const roleNotFound = () => new Refused("Could not find role", { code: 31, codeName: "RoleNotFound" });

function requireMembers(sent: Sent, required: readonly string[], optional: readonly string[] = []): void {
  for (const name of required) if (!(name in sent)) throw badValue(`Missing expected field "${name}"`);
  const other = Object.keys(sent).find((name) => ![...required, ...optional].includes(name));
  if (other !== undefined) throw badValue(`"${other}" is not a valid argument`);
}

export interface FakeMongodb {
  readonly open: OpenDeployment;
  readonly users: Map<string, User>;
  readonly roles: Map<string, Role>;
  /** Commands that change something, as they came. */
  readonly changes: Sent[];
  /** The replacements of the next commands that change something; each is given what the command would do. */
  readonly next: ((carryOut: () => Sent) => Sent | Promise<Sent>)[];
  isAway: boolean;
  /** The code of its errors while it is away. */
  awayCode: string;
  /** Actions that it does not know, as a release of before them. */
  readonly unknown: Set<string>;
  /** False for a server like FerretDB 1, which has none. */
  hasRoles: boolean;
}

export function createFakeMongodb(): FakeMongodb {
  const users = new Map<string, User>();
  const roles = new Map<string, Role>();
  const fake: FakeMongodb = {
    open,
    users,
    roles,
    changes: [],
    next: [],
    isAway: false,
    awayCode: "ECONNREFUSED",
    unknown: new Set(),
    hasRoles: true,
  };

  function checkHeld(held: unknown): readonly unknown[] {
    if (!Array.isArray(held)) throw badValue('"roles" must be an array');
    for (const each of held) {
      const { role, db, ...more } = each as { role: string; db: string };
      if (typeof role !== "string" || typeof db !== "string" || Object.keys(more).length > 0) {
        throw badValue("a role is { role, db }");
      }
      if (!(onAny.includes(role) || (db === "admin" && (onAdmin.includes(role) || roles.has(role))))) {
        throw roleNotFound();
      }
    }
    return held;
  }

  function checkPrivileges(privileges: unknown): readonly unknown[] {
    if (!Array.isArray(privileges)) throw badValue('"privileges" must be an array');
    for (const { resource, actions: allowed, ...more } of privileges) {
      if (Object.keys(more).length > 0) throw badValue("a privilege is { resource, actions }");
      const isCluster = resource.cluster === true && Object.keys(resource).length === 1;
      const isOfData = typeof resource.db === "string" && typeof resource.collection === "string";
      if (!isCluster && !isOfData) throw badValue("a resource is { cluster: true } or { db, collection }");
      if (allowed.length === 0) throw badValue("missing actions field");
      const unknown = allowed.filter((action: string) => !actions.has(action) || fake.unknown.has(action));
      // The message of mongod 6.0.
      const message = `Unrecognized action${unknown.length === 1 ? "" : "s"}: ${unknown.join(", ")}`;
      if (unknown.length > 0) throw new Refused(message, { code: 2, codeName: "BadValue" });
    }
    return privileges;
  }

  const refuseMarks = (sent: Sent) => {
    const { roles: held, customData } = sent as { roles?: readonly unknown[]; customData?: unknown };
    if (!fake.hasRoles && ((held?.length ?? 0) > 0 || customData !== undefined)) {
      throw new Refused("not implemented", { code: 238, codeName: "NotImplemented" });
    }
  };

  const commands: Readonly<Record<string, (sent: Sent) => Sent>> = {
    createUser(sent) {
      requireMembers(sent, ["createUser", "pwd", "roles"], ["customData"]);
      refuseMarks(sent);
      const name = String(sent.createUser);
      if (users.has(name)) throw new Refused("exists", { code: 51003, codeName: "Location51003" });
      users.set(name, { pwd: String(sent.pwd), roles: checkHeld(sent.roles), customData: sent.customData });
      return { ok: 1 };
    },
    updateUser(sent) {
      requireMembers(sent, ["updateUser"], ["pwd", "roles", "customData"]);
      refuseMarks(sent);
      const user = users.get(String(sent.updateUser));
      if (user === undefined) throw new Refused("not found", { code: 11, codeName: "UserNotFound" });
      if (sent.roles !== undefined) user.roles = checkHeld(sent.roles);
      if (sent.pwd !== undefined) user.pwd = String(sent.pwd);
      if (sent.customData !== undefined) user.customData = sent.customData;
      return { ok: 1 };
    },
    dropUser(sent) {
      requireMembers(sent, ["dropUser"]);
      if (users.delete(String(sent.dropUser))) return { ok: 1 };
      throw new Refused("not found", { code: 11, codeName: "UserNotFound" });
    },
    createRole(sent) {
      requireMembers(sent, ["createRole", "privileges", "roles"]);
      const name = String(sent.createRole);
      if (roles.has(name)) throw new Refused("exists", { code: 51002, codeName: "Location51002" });
      roles.set(name, { privileges: checkPrivileges(sent.privileges), roles: checkHeld(sent.roles) });
      return { ok: 1 };
    },
    updateRole(sent) {
      requireMembers(sent, ["updateRole"], ["privileges", "roles"]);
      const role = roles.get(String(sent.updateRole));
      if (role === undefined) throw roleNotFound();
      role.privileges = checkPrivileges(sent.privileges);
      role.roles = checkHeld(sent.roles);
      return { ok: 1 };
    },
    dropRole(sent) {
      requireMembers(sent, ["dropRole"]);
      if (roles.delete(String(sent.dropRole))) return { ok: 1 };
      throw roleNotFound();
    },
    usersInfo({ usersInfo: asked }) {
      const named = (asked as { user?: string }).user;
      const found = [...users].filter(([name]) => named === undefined || name === named);
      return {
        users: found.map(([user, { customData, roles }]) => ({ user, db: "admin", customData, roles })),
        ok: 1,
      };
    },
    rolesInfo({ rolesInfo: asked, showPrivileges = false }) {
      const named = (asked as { role?: string }).role;
      const found = [...roles].filter(([name]) => named === undefined || name === named);
      return {
        roles: found.map(([role, { privileges, ...held }]) => ({
          role,
          db: "admin",
          ...held,
          ...(showPrivileges === true && { privileges }),
        })),
        ok: 1,
      };
    },
  };

  async function run(sent: Sent): Promise<Sent> {
    if (fake.isAway) throw new Away(`connect ${fake.awayCode}`, fake.awayCode);
    const [name = ""] = Object.keys(sent);
    if (!fake.hasRoles && /Role$|^rolesInfo$/.test(name)) {
      throw new Refused("no such command", { code: 59, codeName: "CommandNotFound" });
    }
    const carryOut = () => (commands[name] as (typeof commands)[string])(sent);
    if (name.endsWith("Info")) return carryOut();
    fake.changes.push(sent);
    const instead = fake.next.shift();
    return instead === undefined ? carryOut() : instead(carryOut);
  }

  async function open(): Promise<Deployment> {
    return { run, close: async () => {} };
  }
  return fake;
}
