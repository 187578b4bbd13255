// Compares recorded answers with ours, value by value. Ids differ, but the same one stands for the same thing all along.

/** A place of an answer at which it is not as recorded, such as `body.results.*.name` or `header sunset`. */
export interface Difference {
  readonly at: string;
  readonly recorded: unknown;
  readonly answered: unknown;
}

const absent = Symbol("absent");
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Members with ids, and with names that real Atlas mints. */
const isMinted = (name: string): boolean =>
  /^(_?id|.*Id|indexID|acknowledgingUsername|publicKey|privateKey|clientId|certificate|linkToken|hostname)$/.test(
    name,
  );
/** Tells whether a text is replaced: a short one, or a word, would be replaced where it stands for something else. */
const isReplaced = (text: string): boolean => /^[0-9a-f]{12,}$|\d.*-|^[a-z]{8}$/.test(text);

/** Names that a cloud provider mints: of a service, of a resource group in a subscription, of a project. */
const mintedAtProvider =
  /vpce-svc-[0-9a-f]{17}$|^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/rg_[0-9a-f]{24}_\w{8}\/|^projects\/p-[0-9a-z]{24}\//;

const hostOf = (text: string): string | undefined => /\/\/[^/]*?\.([^/,?]+)/.exec(text)?.[1];

export class Names {
  readonly #ours = new Map<string, string>();
  readonly #host: string;

  constructor(host: string) {
    this.#host = host;
  }

  knows(recorded: string): boolean {
    return this.#ours.has(recorded);
  }

  /** Reports whether a recorded value is called by this id here. */
  isKnown(ours: unknown): boolean {
    return [...this.#ours.values()].includes(String(ours));
  }

  /** Learns what the names of a host begin and end with: connection strings and links have others with the same. */
  learnHost(recorded: string, ours: string): void {
    const partsOf = (host: string) => /^(atlas-\w+)-.*?\.(.*)$/.exec(host) ?? [];
    const [[, theirs = "", theirZone = ""], [, own = "", zone = ""]] = [partsOf(recorded), partsOf(ours)];
    if (theirs !== "" && own !== "") this.#ours.set(theirs, own).set(theirZone, zone);
  }

  learn(recorded: string, ours: string): void {
    if (recorded !== ours && !this.knows(recorded) && isReplaced(recorded)) this.#ours.set(recorded, ours);
  }

  toOurs(text: string): string {
    return [...this.#ours].reduce((all, [recorded, ours]) => all.replaceAll(recorded, ours), text);
  }

  /** The host of links is that of the server. */
  toRecorded(text: string, recorded: string): string {
    const host = /^https?:\/\/[^/]+/.exec(recorded)?.[0] ?? "http://localhost:8080";
    const hosted = text.replaceAll(this.#host, host);
    return [...this.#ours].reduce((all, [recorded, ours]) => all.replaceAll(ours, recorded), hosted);
  }
}

export function compare(names: Names, at: string, recorded: unknown, answered: unknown): Difference[] {
  if (Array.isArray(recorded) && Array.isArray(answered)) {
    // Real Atlas lists the roles of a key, and of an account, in whatever order.
    const [one, other] = /(^|\.)(roles|orgRoles|groupRoles)$/.test(at)
      ? [recorded, answered].map(inOneOrder)
      : [recorded, answered];
    return compareLists(names, at, one ?? [], other ?? []);
  }
  if (isObject(recorded) && isObject(answered) && !Array.isArray(recorded) && !Array.isArray(answered)) {
    return compareMembers(names, at, recorded, answered);
  }
  // Some errors have null in the place of no parameters, which clients read as none.
  if (at === "body.parameters" && recorded === null) return compare(names, at, [], answered);
  return isSame(names, at.split(".").at(-1) ?? "", recorded, answered)
    ? []
    : [{ at, recorded: shown(recorded), answered: shown(answered) }];
}

const shown = (value: unknown): unknown => (value === absent ? "(nothing)" : value);

function isSame(names: Names, name: string, recorded: unknown, answered: unknown): boolean {
  if (typeof recorded !== "string" || typeof answered !== "string") return recorded === answered;
  // The recorder takes secrets out.
  if (/^redacted[A-Z]/.test(recorded)) return true;
  // The operator of the server chooses the host of a database.
  if (/^(standard(Srv)?|mongoURI(WithOptions)?|srvAddress)$/.test(name)) {
    return hostOf(recorded) !== undefined && hostOf(answered) !== undefined;
  }
  if (name === "hostname") names.learnHost(recorded, answered);
  else if (isMinted(name)) names.learn(recorded, answered);
  // Afterwards its end is shown.
  if (name === "privateKey") names.learn(recorded.slice(-12), answered.slice(-12));
  const [one, other] = [names.toRecorded(answered, recorded), recorded].map((text) =>
    text.replace(mintedAtProvider, "(minted)"),
  );
  return one === other;
}

/** Reports whether an item is a process: its host is minted, and processes are in the order of their clusters' nodes. */
const isProcess = (item: unknown): boolean => isObject(item) && item.userAlias !== undefined;

/** Items of a page, or of a whole answer, are found by what names them: lists had things of other runs. */
function compareLists(
  names: Names,
  at: string,
  recorded: readonly unknown[],
  answered: readonly unknown[],
): Difference[] {
  const isPage =
    /^body(\.results|\.measurements)?$/.test(at) &&
    recorded.every(isObject) &&
    answered.every(isObject) &&
    !recorded.some(isProcess);
  const places = isPage
    ? recorded.map((item) => answered.findIndex((other) => isNamedAlike(names, item, other)))
    : recorded.map((_, index) => (index < answered.length ? index : -1));
  const found = places.filter((place) => place >= 0);
  return [
    ...(recorded.length === answered.length
      ? []
      : [{ at: `${at}.length`, recorded: recorded.length, answered: answered.length }]),
    ...(recorded.length === answered.length && found.length < recorded.length
      ? [{ at: `${at} (items)`, recorded: recorded.length, answered: found.length }]
      : []),
    ...(found.join() === found.toSorted((a, b) => a - b).join()
      ? []
      : [{ at: `${at} (order)`, recorded: "", answered: found.join() }]),
    ...recorded.flatMap((item, index) => {
      const place = places[index] ?? -1;
      return place < 0 ? [] : compare(names, `${at}.*`, item, answered[place]);
    }),
  ];
}

const inOneOrder = (items: readonly unknown[]): unknown[] =>
  items.toSorted((a, b) => Number(JSON.stringify(a) > JSON.stringify(b)) - 0.5);

const namings = [
  "username",
  "name",
  "roleName",
  "cidrBlock",
  "type",
  "teamId",
  "desc",
  "regionName",
  "provider",
  "scheduledTime",
  "databaseName",
];

function isNamedAlike(names: Names, recorded: unknown, answered: unknown): boolean {
  if (!isObject(recorded) || !isObject(answered)) return false;
  if (names.toOurs(String(recorded.id)) === answered.id) return true;
  if (names.knows(String(recorded.id)) || names.isKnown(answered.id)) return false;
  const naming = namings.find((name) => typeof recorded[name] === "string");
  if (naming === undefined) return recorded.id === undefined;
  return names.toOurs(String(recorded[naming])) === answered[naming];
}

function compareMembers(
  names: Names,
  at: string,
  recorded: Record<string, unknown>,
  answered: Record<string, unknown>,
): Difference[] {
  const [theirs, ours] = [Object.keys(recorded), Object.keys(answered)];
  const common = theirs.filter((name) => Object.hasOwn(answered, name));
  const order = ours.filter((name) => Object.hasOwn(recorded, name));
  return [
    ...(common.join() === order.join()
      ? []
      : [{ at: `${at} (order)`, recorded: common.join(), answered: order.join() }]),
    // Ids come before what contains them.
    ...[...new Set([...theirs, ...ours])]
      .sort((a, b) => Number(isMinted(b)) - Number(isMinted(a)))
      .flatMap((name) => {
        const [one, other] = [recorded, answered].map((each) =>
          Object.hasOwn(each, name) ? each[name] : absent,
        );
        return compare(names, `${at}.${name}`, one, other);
      }),
  ];
}

/** Reports whether the difference is one of the form: a member, a kind of value, or a status. */
export const isOfShape = ({ at, recorded, answered }: Difference): boolean =>
  at === "status" ||
  (at.startsWith("body") && !/\.length$|\(order\)$/.test(at) && kindOf(recorded) !== kindOf(answered));

const kindOf = (value: unknown): string =>
  value === "(nothing)" ? "nothing" : value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
