// The store: units of work that read or write, each over one transaction, through one facet for each noun.
import { Scope } from "./connection.ts";
import { credentialReads, credentialWrites } from "./credentials.ts";
import type { Database } from "./database.ts";
import { dumpReads, dumpWrites } from "./dump.ts";
import { eventWrites } from "./events.ts";
import { groupReads, groupWrites } from "./groups.ts";
import { inviteReads, inviteWrites } from "./invites.ts";
import { metaReads, metaWrites } from "./meta.ts";
import { orgReads, orgWrites } from "./orgs.ts";
import { userReads, userWrites } from "./users.ts";

const readFacets = {
  credentials: credentialReads,
  dump: dumpReads,
  groups: groupReads,
  invites: inviteReads,
  meta: metaReads,
  orgs: orgReads,
  users: userReads,
};

const writeFacets = {
  credentials: credentialWrites,
  dump: dumpWrites,
  events: eventWrites,
  groups: groupWrites,
  invites: inviteWrites,
  meta: metaWrites,
  orgs: orgWrites,
  users: userWrites,
};

type FacetsOf<Table> = {
  readonly [Noun in keyof Table]: Table[Noun] extends (scope: Scope) => infer Facet ? Facet : never;
};

/** What a unit that reads may use. */
export type Reads = FacetsOf<typeof readFacets>;
/** What a unit that writes may use. */
export type Writes = FacetsOf<typeof writeFacets>;

/** A facet is made when a unit first asks for it, and belongs to that unit. */
function facetsOver<Table extends Record<string, (scope: Scope) => unknown>>(table: Table) {
  class Facets {
    readonly scope: Scope;
    constructor(scope: Scope) {
      this.scope = scope;
    }
  }
  for (const [noun, make] of Object.entries(table)) {
    Object.defineProperty(Facets.prototype, noun, {
      get(this: Facets) {
        const facet = make(this.scope);
        Object.defineProperty(this, noun, { value: facet });
        return facet;
      },
    });
  }
  return (scope: Scope) => new Facets(scope) as unknown as FacetsOf<Table>;
}

const toReads = facetsOver(readFacets);
const toWrites = facetsOver(writeFacets);

export interface Store {
  /** Runs a unit of work on one snapshot. */
  read<T>(work: (tx: Reads) => Promise<T>): Promise<T>;
  /**
   * Runs a unit of work as if alone: all of it is kept, durably, or nothing. It may run more than once, so it must await
   * nothing but `tx` and change nothing else.
   */
  write<T>(work: (tx: Writes) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function storeOver(database: Database): Store {
  const within =
    <Facets, T>(facets: (scope: Scope) => Facets, work: (tx: Facets) => Promise<T>) =>
    async (connection: ConstructorParameters<typeof Scope>[0]) => {
      const scope = new Scope(connection);
      try {
        return await work(facets(scope));
      } finally {
        scope.end();
      }
    };
  return {
    read: (work) => database.read(within(toReads, work)),
    write: (work) => database.write(within(toWrites, work)),
    close: () => database.close(),
  };
}
