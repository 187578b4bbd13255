// The store: units of work that read or write, each in one transaction, through one facet for each noun.
import { Fault } from "../contract/errors.ts";
import type { Connection, Database, MaybePromise, Work } from "./database.ts";
import { type ReportRow, Unit } from "./facet.ts";
import { schemaFlawIn } from "./migrate.ts";
import * as nouns from "./nouns.ts";
import {
  abandoned,
  codeOf,
  ending,
  type Outage,
  outageOf,
  refusalOf,
  StoreOutage,
  UnknownOutcome,
} from "./outages.ts";
import type { Asker } from "./places.ts";
import type { StoreVitals } from "./vitals.ts";

type Nouns = typeof nouns;
type ReadsOf<Noun> = Noun extends { readonly reads: infer Some } ? Some : unknown;
type WritesOf<Noun> = Noun extends { readonly writes: infer Some } ? Some : unknown;

/** The functions of a noun without the unit that they run in. */
type Facet<Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (
    unit: Unit,
    ...args: infer Args
  ) => infer Result
    ? (...args: Args) => Result
    : never;
};

export type Reads = { readonly [Noun in keyof Nouns]: Facet<ReadsOf<Nouns[Noun]>> };
export type Writes = { readonly [Noun in keyof Nouns]: Facet<ReadsOf<Nouns[Noun]> & WritesOf<Nouns[Noun]>> };

type Functions = Readonly<Record<string, (unit: Unit, ...args: never[]) => unknown>>;

/**
 * Binds the functions of each noun to a unit, on prototypes that are made once: a unit of work only makes the nouns that it
 * uses.
 */
function facetsOver<Facets>(
  functionsOf: (noun: { readonly reads?: Functions; readonly writes?: Functions }) => Functions | undefined,
) {
  class Made {
    // It is declared, not defined: defining a field costs ten times as much as assigning it, in every unit.
    declare readonly unit: Unit;
    declare readonly made: Record<string, unknown>;
    constructor(unit: Unit) {
      this.unit = unit;
      this.made = {};
    }
  }
  for (const [noun, functions] of Object.entries(nouns)) {
    class Facet {
      declare readonly unit: Unit;
      constructor(unit: Unit) {
        this.unit = unit;
      }
    }
    for (const [name, run] of Object.entries(functionsOf(functions) ?? {})) {
      const bound = function (this: Facet, ...args: never[]) {
        return run(this.unit, ...args);
      };
      Object.defineProperty(Facet.prototype, name, { value: bound });
    }
    Object.defineProperty(Made.prototype, noun, {
      get(this: Made) {
        return (this.made[noun] ??= new Facet(this.unit));
      },
    });
  }
  return (unit: Unit) => new Made(unit) as unknown as Facets;
}

const toReads = facetsOver<Reads>(({ reads }) => reads);
const toWrites = facetsOver<Writes>(({ reads, writes }) => ({ ...reads, ...writes }));

/** The store. Units reject with SERVICE_UNAVAILABLE while the database is away, full, locked or refusing. */
export interface Store {
  /** Runs a unit of work that is a single statement, which needs no transaction on PostgreSQL. */
  look<T>(work: (tx: Reads) => MaybePromise<T>, asker?: Asker): Promise<T>;
  /** Runs a unit of work on one snapshot. */
  read<T>(work: (tx: Reads) => MaybePromise<T>, asker?: Asker): Promise<T>;
  /**
   * Runs a unit of work: all of it is kept, durably, or nothing. It may run more than once, so it must await nothing but `tx`
   * and change nothing else. Rows that it depends on and others may change, it locks first (`tx.locks`).
   */
  write<T>(work: (tx: Writes) => MaybePromise<T>, asker?: Asker): Promise<T>;
  /** Explains why another version should use it; undefined if its schema is the one that this version knows. */
  schemaFlaw(): Promise<string | undefined>;
  readonly vitals: StoreVitals;
  close(): Promise<void>;
}

/** The most mistakes in rows that one process reports. */
const mostReported = 1000;

/** Reports each mistake once, though its row is read many times. */
function onceEach(report: ReportRow): ReportRow {
  const reported = new Set<string>();
  return (mistake) => {
    if (reported.has(mistake) || reported.size >= mostReported) return;
    reported.add(mistake);
    report(mistake);
  };
}

function noting(database: Database) {
  const outages = new Map<string, { readonly outage: Outage; count: number }>();
  const vitals = Object.assign(Object.create(database.vitals), { outages, unknownOutcomes: 0 });
  function note(reason: unknown): void {
    if (reason instanceof UnknownOutcome) vitals.unknownOutcomes++;
    const outage = outageOf(reason instanceof UnknownOutcome ? reason.cause : reason);
    if (outage === undefined || outage === ending || outage === abandoned) return;
    const seen = outages.get(outage.words);
    if (seen === undefined) outages.set(outage.words, { outage, count: 1 });
    else seen.count++;
  }
  return { vitals: vitals as StoreVitals, note };
}

/** Reports whether the database refused a statement for an unknown reason. */
const isStrange = (reason: unknown): boolean =>
  !(reason instanceof Fault) && codeOf(reason) !== "" && outageOf(reason) === undefined;

/** Creates a store on a database. `warn` gets reports of rows that have what this version does not know. */
export function storeOver(database: Database, warn: ReportRow = () => {}): Store {
  const report = onceEach(warn);
  const within =
    <Facets, T>(facets: (unit: Unit) => Facets, work: (tx: Facets) => MaybePromise<T>) =>
    async (connection: Connection) => {
      const unit = new Unit(connection, report);
      try {
        return await work(facets(unit));
      } finally {
        unit.end();
      }
    };
  const { vitals, note } = noting(database);
  let closing: Promise<void> | undefined;
  async function run<T>(kind: "look" | "read" | "write", work: Work<T>, asker?: Asker): Promise<T> {
    try {
      if (closing !== undefined) throw new StoreOutage(ending);
      return await database[kind](work, asker);
    } catch (thrown) {
      const reason = isStrange(thrown) ? ((await ofOtherSchema(thrown)) ?? thrown) : thrown;
      note(reason);
      throw refusalOf(reason);
    }
  }
  const schemaFlaw = () => database.read(schemaFlawIn);
  /** Returns the outage if a statement failed because a newer version has changed the schema. */
  async function ofOtherSchema(cause: unknown): Promise<StoreOutage | undefined> {
    const flaw = await schemaFlaw().catch(() => undefined);
    return flaw === undefined
      ? undefined
      : new StoreOutage({ words: `The database ${flaw}`, retryAfter: 30 }, { cause });
  }
  return {
    vitals,
    schemaFlaw,
    look: (work, asker) => run("look", within(toReads, work), asker),
    read: (work, asker) => run("read", within(toReads, work), asker),
    write: (work, asker) => run("write", within(toWrites, work), asker),
    close: () => (closing ??= database.close()),
  };
}
