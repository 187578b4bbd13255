// Chooses which test proves which declared refusal, from what a run of all tests met; test/proofs.json keeps them.
import { readFileSync, writeFileSync } from "node:fs";
import { catalogue, type ErrorCode } from "../../src/core/contract/errors.ts";
import { codesOf } from "../../src/core/contract/pipeline-codes.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { noConsole } from "./rooms.ts";

/** The test in which something was met. */
export interface Place {
  readonly file: string;
  /** Titles of the test and of those around it. */
  readonly test: string;
}

type ByCode = Readonly<Record<string, Place>>;

/** `operations`: the refusals each operation declares as its own. `pipeline`: those every operation shares. */
export interface Proofs {
  readonly pipeline: ByCode;
  readonly operations: Readonly<Record<string, ByCode>>;
}

/** The places of refusals that tests met, by operation and code. */
export type Met = ReadonlyMap<string, ReadonlyMap<string, readonly Place[]>>;

const kept = new URL("../proofs.json", import.meta.url);

export const readProofs = (): Proofs => JSON.parse(readFileSync(kept, "utf8"));
export const writeProofs = (proofs: Proofs): void =>
  writeFileSync(kept, `${JSON.stringify(proofs, null, 2)}\n`);

/**
 * The codes that not every run meets. `SERVICE_UNAVAILABLE`: where a storage fails, on either engine; which of those tests come
 * first depends on whether PostgreSQL is there. `SECOND_FACTOR_REQUIRED`: of people, who sign in through the console.
 */
const notAlwaysMet: readonly ErrorCode[] =
  noConsole === false ? ["SERVICE_UNAVAILABLE"] : ["SERVICE_UNAVAILABLE", "SECOND_FACTOR_REQUIRED"];

/** The codes that only a run with a real MongoDB meets: a database that is asked. */
const metByDatabase: readonly string[] = ["ATLAS_SEARCH_COLLECTION_NOT_FOUND"];

/** Lists the codes that the pipeline refuses with, whichever the operation. */
function pipelineCodes(table: readonly Operation[]): ErrorCode[] {
  const codes = new Set(
    table.flatMap((operation) => codesOf(operation).filter((code) => !operation.errors.includes(code))),
  );
  return [...codes].filter((code) => !notAlwaysMet.includes(code)).sort();
}

/**
 * Reports whether a test file is an operation's: it is called like it, or like what it has in common with its other side, as
 * `addUserRole.test.ts` is the test of `addOrgUserRole` and of `addGroupUserRole`.
 */
export function isTestOf(id: string, file: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1, -".test.ts".length);
  return name === id || name === id.replace(/Org|Group/, "");
}

/** The test of an operation itself; of a file that two share, under its title. */
const isOwn = (id: string, { file, test }: Place): boolean =>
  isTestOf(id, file) && (file.endsWith(`/${id}.test.ts`) || test.startsWith(`${id} > `));
/** Tests that a run may lack, since they want recordings or tools that lie beside the project. */
const mayBeSkipped = ({ file }: Place): boolean => file.startsWith("test/conformance/");
/** Orders by file; tests that each run has come first. */
const byFile = (a: Place, b: Place): number =>
  Number(mayBeSkipped(a)) - Number(mayBeSkipped(b)) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/** Finds where an operation refused with a code, by the name that answers have for it. */
function placesOf(met: Met, id: string, code: string): readonly Place[] {
  const entry: object = catalogue[code as ErrorCode] ?? {};
  return met.get(id)?.get("sentAs" in entry ? String(entry.sentAs) : code) ?? [];
}

/** Lists the places where the pipeline met the code on its way to an operation that does not declare it itself. */
const placesOfPipeline = (met: Met, table: readonly Operation[], code: ErrorCode): Place[] =>
  table
    .filter(({ errors }) => !errors.includes(code))
    .flatMap(({ id }) => placesOf(met, id, code))
    .sort(byFile);

/** The test beside the operation, or else the first; for the pipeline, one of those of the whole server. */
export function chooseProofs(table: readonly Operation[], met: Met): Proofs {
  const before = readProofs().operations;
  const operations = table.map(({ id, errors }) => {
    const found = [...errors].sort().flatMap((code) => {
      const places = [...placesOf(met, id, code)].sort(byFile);
      const held = metByDatabase.includes(code) ? before[id]?.[code] : undefined;
      const place = places.find((each) => isOwn(id, each)) ?? places[0] ?? held;
      return place === undefined ? [] : [[code, place] as const];
    });
    return [id, Object.fromEntries(found)] as const;
  });
  const pipeline = pipelineCodes(table).flatMap((code) => {
    const places = placesOfPipeline(met, table, code);
    const place = places.find(({ file }) => file.startsWith("test/")) ?? places[0];
    return place === undefined ? [] : [[code, place] as const];
  });
  return {
    pipeline: Object.fromEntries(pipeline),
    operations: Object.fromEntries(
      operations.filter(([, found]) => Object.keys(found).length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

/** Declared refusals that no test met. */
export function unproven(table: readonly Operation[], met: Met): string[] {
  const own = table.flatMap(({ id, errors }) =>
    errors
      .filter((code) => placesOf(met, id, code).length === 0 && !metByDatabase.includes(code))
      .map((code) => `${id} ${code}`),
  );
  const pipeline = pipelineCodes(table).filter((code) => placesOfPipeline(met, table, code).length === 0);
  return [...own, ...pipeline.map((code) => `the pipeline ${code}`)].sort();
}

/**
 * Lists the differences between what is kept and what was met. Which of several tests is kept does not matter, so that a run
 * with more suites than another agrees with it, as long as it is the operation's own when that has one.
 */
export function outdated(table: readonly Operation[], met: Met, proofs: Proofs): string[] {
  const differences = (of: string, codes: readonly string[], places: (code: string) => readonly Place[]) => {
    const held: ByCode = of === "pipeline" ? proofs.pipeline : (proofs.operations[of] ?? {});
    const strays = Object.keys(held).filter((code) => !codes.includes(code));
    const stale = codes.filter((code) => {
      const met = places(code);
      const same = met.filter(({ file, test }) => file === held[code]?.file && test === held[code]?.test);
      const own = met.some((place) => isOwn(of, place));
      return met.length > 0 && (same.length === 0 || (own && !same.some((place) => isOwn(of, place))));
    });
    return [
      ...strays.map((code) => `${of} ${code} is declared no more`),
      ...stale.map((code) => `${of} ${code}`),
    ];
  };
  const removed = Object.keys(proofs.operations).filter((of) => !table.some(({ id }) => id === of));
  return [
    ...removed.map((id) => `${id} is gone`),
    ...table.flatMap(({ id, errors }) => differences(id, errors, (code) => placesOf(met, id, code))),
    ...differences("pipeline", pipelineCodes(table), (code) =>
      placesOfPipeline(met, table, code as keyof typeof catalogue),
    ),
  ].sort();
}
