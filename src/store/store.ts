// The store: units of work that read or write, each over one transaction, through one facet for each noun.
import { accessListReads, accessListWrites } from "./access-lists.ts";
import { apiKeyReads, apiKeyWrites } from "./api-keys.ts";
import { bucketWrites } from "./buckets.ts";
import { commandLineReads, commandLineWrites } from "./command-lines.ts";
import { type Connection, type ReportRow, type Sooner, Unit } from "./connection.ts";
import { credentialReads, credentialWrites } from "./credentials.ts";
import type { Database } from "./database.ts";
import { deprecatedCallReads, deprecatedCallWrites } from "./deprecated-calls.ts";
import { directoryReads } from "./directory.ts";
import { dumpReads, dumpWrites } from "./dump.ts";
import { eventSealReads, eventSealWrites } from "./event-seals.ts";
import { eventReads, eventWrites } from "./events.ts";
import { grantReads, grantWrites } from "./grants.ts";
import { groupLimitReads, groupLimitWrites } from "./group-limits.ts";
import { groupMoveReads, groupMoveWrites } from "./group-moves.ts";
import { groupReads, groupWrites } from "./groups.ts";
import { headCountReads } from "./head-counts.ts";
import { inviteReads, inviteWrites } from "./invites.ts";
import { keyUseReads, keyUseWrites } from "./key-uses.ts";
import { lockWrites } from "./locks.ts";
import { memberReads, memberWrites } from "./members.ts";
import { metaReads, metaWrites } from "./meta.ts";
import { orgInviteReads, orgInviteWrites } from "./org-invites.ts";
import { orgReads, orgWrites } from "./orgs.ts";
import { refusalOf } from "./outages.ts";
import { outboxReads, outboxWrites } from "./outbox.ts";
import { overviewReads } from "./overview.ts";
import { sealReads, sealWrites } from "./seals.ts";
import { serviceAccountReads, serviceAccountWrites } from "./service-accounts.ts";
import { sessionReads, sessionWrites } from "./sessions.ts";
import { teamReads, teamWrites } from "./teams.ts";
import { userReads, userWrites } from "./users.ts";

const readFacets = {
  accessLists: accessListReads,
  apiKeys: apiKeyReads,
  commandLines: commandLineReads,
  credentials: credentialReads,
  deprecatedCalls: deprecatedCallReads,
  directory: directoryReads,
  dump: dumpReads,
  eventSeals: eventSealReads,
  events: eventReads,
  grants: grantReads,
  groupLimits: groupLimitReads,
  groupMoves: groupMoveReads,
  groups: groupReads,
  headCounts: headCountReads,
  invites: inviteReads,
  keyUses: keyUseReads,
  members: memberReads,
  meta: metaReads,
  orgInvites: orgInviteReads,
  orgs: orgReads,
  outbox: outboxReads,
  overview: overviewReads,
  seals: sealReads,
  sessions: sessionReads,
  teams: teamReads,
  serviceAccounts: serviceAccountReads,
  users: userReads,
};

const writeFacets = {
  accessLists: accessListWrites,
  apiKeys: apiKeyWrites,
  buckets: bucketWrites,
  commandLines: commandLineWrites,
  credentials: credentialWrites,
  deprecatedCalls: deprecatedCallWrites,
  directory: directoryReads,
  dump: dumpWrites,
  eventSeals: eventSealWrites,
  events: eventWrites,
  grants: grantWrites,
  groupLimits: groupLimitWrites,
  groupMoves: groupMoveWrites,
  groups: groupWrites,
  headCounts: headCountReads,
  invites: inviteWrites,
  keyUses: keyUseWrites,
  locks: lockWrites,
  members: memberWrites,
  meta: metaWrites,
  orgInvites: orgInviteWrites,
  orgs: orgWrites,
  outbox: outboxWrites,
  overview: overviewReads,
  seals: sealWrites,
  sessions: sessionWrites,
  teams: teamWrites,
  serviceAccounts: serviceAccountWrites,
  users: userWrites,
};

type Table = Readonly<Record<string, Readonly<Record<string, (unit: Unit, ...args: never[]) => unknown>>>>;

/** The functions of each noun, without the unit they run in. */
type FacetsOf<T extends Table> = {
  readonly [Noun in keyof T]: {
    readonly [Name in keyof T[Noun]]: T[Noun][Name] extends (unit: Unit, ...args: infer Args) => infer Result
      ? (...args: Args) => Result
      : never;
  };
};

/** What a unit that reads may use. */
export type Reads = FacetsOf<typeof readFacets>;
/** What a unit that writes may use. */
export type Writes = FacetsOf<typeof writeFacets>;

/**
 * Binds the functions of each noun to a unit. They are on prototypes that are made once, and a unit of work makes only the
 * nouns it uses.
 */
function facetsOver<T extends Table>(table: T): (unit: Unit) => FacetsOf<T> {
  class Facets {
    // Declared, not defined: defining a field costs ten times what assigning it does, in every unit.
    declare readonly unit: Unit;
    declare readonly made: Record<string, unknown>;
    constructor(unit: Unit) {
      this.unit = unit;
      this.made = {};
    }
  }
  for (const [noun, functions] of Object.entries(table)) {
    class Facet {
      declare readonly unit: Unit;
      constructor(unit: Unit) {
        this.unit = unit;
      }
    }
    for (const [name, run] of Object.entries(functions)) {
      const bound = function (this: Facet, ...args: never[]) {
        return run(this.unit, ...args);
      };
      Object.defineProperty(Facet.prototype, name, { value: bound });
    }
    Object.defineProperty(Facets.prototype, noun, {
      get(this: Facets) {
        return (this.made[noun] ??= new Facet(this.unit));
      },
    });
  }
  return (unit) => new Facets(unit) as unknown as FacetsOf<T>;
}

const toReads = facetsOver(readFacets);
const toWrites = facetsOver(writeFacets);

/** Units reject with SERVICE_UNAVAILABLE while the database is away, full, locked or refusing. */
export interface Store {
  /** Asks a single question: a unit of work that is one statement, and costs PostgreSQL no transaction of its own. */
  look<T>(work: (tx: Reads) => Sooner<T>): Promise<T>;
  /** Runs a unit of work on one snapshot. */
  read<T>(work: (tx: Reads) => Sooner<T>): Promise<T>;
  /**
   * Runs a unit of work: all of it is kept, durably, or nothing. It may run more than once, so it must await nothing but `tx`
   * and change nothing else. What it decides by rows that others may change, it locks first (`tx.locks`).
   */
  write<T>(work: (tx: Writes) => Sooner<T>): Promise<T>;
  close(): Promise<void>;
}

/** The most mistakes in rows that one process reports. */
const mostReported = 1000;

/** Reports each mistake once, though its row is read again and again. */
function onceEach(report: ReportRow): ReportRow {
  const reported = new Set<string>();
  return (mistake) => {
    if (reported.has(mistake) || reported.size >= mostReported) return;
    reported.add(mistake);
    report(mistake);
  };
}

/** `warn` is told of rows that hold what this version does not know. */
export function storeOver(database: Database, warn: ReportRow = () => {}): Store {
  const report = onceEach(warn);
  const within =
    <Facets, T>(facets: (unit: Unit) => Facets, work: (tx: Facets) => Sooner<T>) =>
    async (connection: Connection) => {
      const unit = new Unit(connection, report);
      try {
        return await work(facets(unit));
      } finally {
        unit.end();
      }
    };
  const refuse = (reason: unknown): never => {
    throw refusalOf(reason);
  };
  return {
    look: (work) => database.look(within(toReads, work)).catch(refuse),
    read: (work) => database.read(within(toReads, work)).catch(refuse),
    write: (work) => database.write(within(toWrites, work)).catch(refuse),
    close: () => database.close(),
  };
}
