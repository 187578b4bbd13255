// Returns planted things by their names: nested in their organization, and flat if only one thing has the name.
import type {
  GroupHandle,
  InviteHandle,
  KeyHandle,
  OrgHandle,
  ServiceAccountHandle,
  TeamHandle,
  UserHandle,
  World,
} from "./world.ts";

interface Handles {
  readonly orgs: OrgHandle;
  readonly groups: GroupHandle;
  readonly teams: TeamHandle;
  readonly users: UserHandle;
  readonly keys: KeyHandle;
  readonly serviceAccounts: ServiceAccountHandle;
  readonly invites: InviteHandle;
}

type Kind = keyof Handles;

/** A thing that was planted, or existed already and was added to. */
export type Made = {
  readonly [K in Kind]: {
    readonly kind: K;
    /** The names as the seed has them, the most specific last. */
    readonly names: readonly string[];
    readonly handle: Handles[K];
    /** The organization; absent for an organization itself. */
    readonly orgId?: string;
    readonly groupId?: string;
  };
}[Kind];

const nouns: Readonly<Record<Kind, string>> = {
  orgs: "organization",
  groups: "project",
  teams: "team",
  users: "user",
  keys: "API key",
  serviceAccounts: "service account",
  invites: "invitation",
};

const inOrg: readonly Kind[] = ["groups", "teams", "users", "keys", "serviceAccounts", "invites"];
const inGroup: readonly Kind[] = ["invites"];

const holderIdOf = ({ groupId, orgId }: Made): string | undefined => groupId ?? orgId;

/** Builds the world; of two things with the same names at the same place, the later one counts. */
export function worldOf(made: readonly Made[]): World {
  const keyOf = (each: Made) =>
    JSON.stringify([each.kind, each.orgId ?? each.handle, each.groupId, each.names]);
  const all = [...new Map(made.map((each) => [keyOf(each), each])).values()];
  const pathOf = (each: Made, name = each.names.at(-1) ?? ""): string => {
    const holder = all.find(
      ({ kind, handle }) => (kind === "orgs" || kind === "groups") && handle.id === holderIdOf(each),
    );
    return `${holder === undefined ? "world" : pathOf(holder)}.${each.kind}${member(name)}`;
  };
  const listsOf = (kinds: readonly Kind[], path: string, isIn: (each: Made) => boolean) => {
    const listOf = (kind: Kind) => {
      const list = all.filter((each) => each.kind === kind && isIn(each));
      const opened = list.map((each) => ({ ...each, handle: open(each) }));
      return byName(opened, { noun: nouns[kind], path: `${path}.${kind}`, pathOf });
    };
    return Object.fromEntries(kinds.map((kind) => [kind, listOf(kind)]));
  };
  /** Returns a handle with the things inside of it. */
  function open(holder: Made): object {
    const { kind, handle } = holder;
    if (kind !== "orgs" && kind !== "groups") return handle;
    const isIn = (each: Made) => holderIdOf(each) === handle.id;
    return { ...handle, ...listsOf(kind === "orgs" ? inOrg : inGroup, pathOf(holder), isIn) };
  }
  return listsOf(["orgs", ...inOrg], "world", () => true) as unknown as World;
}

/** Returns a world that always reads `current`, so that a test may destructure it and insert more afterwards. */
const liveWorld = (current: () => World): World =>
  Object.defineProperties(
    // The form that Node prints.
    { [Symbol.for("nodejs.util.inspect.custom")]: current },
    Object.fromEntries(
      Object.keys(nouns).map((kind) => [kind, { enumerable: true, get: () => current()[kind as Kind] }]),
    ),
  ) as unknown as World;

/** Creates the names of the things planted since the world began, or was reset. */
export function createNames(made: readonly Made[]) {
  let world: World | undefined;
  const set = (now: readonly Made[]) => {
    made = now;
    world = undefined;
  };
  return {
    world: liveWorld(() => (world ??= worldOf(made))),
    begin: set,
    add: (more: readonly Made[]) => set([...made, ...more]),
    remember() {
      const then = made;
      return () => set(then);
    },
  };
}

const member = (name: string): string => (/^[\w$]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);

/** Reports whether code that prints, compares or awaits any value asks for a name. */
const isOfPrinters = (name: string): boolean =>
  /^(then|toJSON|nodeType|tagName|asymmetricMatch|inspect|[^\p{L}\d].*)$/u.test(name);

interface Shown {
  readonly noun: string;
  readonly path: string;
  readonly pathOf: (each: Made, name?: string) => string;
}

function byName(list: readonly (Omit<Made, "handle"> & { readonly handle: object })[], shown: Shown): object {
  const { noun, path, pathOf } = shown;
  const found = new Map<string, Map<unknown, (typeof list)[number]>>();
  for (const each of list) {
    // A person of several organizations is the same one in each.
    const { id, clientId = id } = each.handle as { readonly id?: string; readonly clientId?: string };
    for (const name of each.names) found.set(name, (found.get(name) ?? new Map()).set(clientId, each));
  }
  const single = [...found].flatMap(([name, all]) =>
    all.size === 1 ? [[name, [...all.values()][0]?.handle]] : [],
  );
  return new Proxy(Object.fromEntries(single), {
    get(handles, name) {
      if (typeof name === "symbol" || name in handles || isOfPrinters(name)) {
        return Reflect.get(handles, name);
      }
      const several = [...(found.get(name)?.values() ?? [])];
      if (several.length === 0) {
        const names = [...found.keys()].join(", ");
        throw new TypeError(
          `${path} has no ${noun} named "${name}"; ${names === "" ? "there is none" : `there are: ${names}`}`,
        );
      }
      // The paths by the requested name, if it tells them apart.
      const asked = new Set(several.map((each) => pathOf(each as Made, name)));
      const paths =
        asked.size === several.length ? asked : new Set(several.map((each) => pathOf(each as Made)));
      throw new TypeError(
        paths.size === several.length
          ? `${path}${member(name)} is one of several; take ${[...paths].join(" or ")}`
          : `${path}${member(name)} is one of several; give them different names`,
      );
    },
  });
}
