// Lists versions of Atlas's operations with a sunset, and decides whether a request in a log is for one.

import { decodePercent, namesIn } from "../core/contract/http-syntax.ts";
import {
  inVersion1,
  type VersionName,
  versionOn,
  versionsAsked,
  versionsInOrder,
} from "../core/contract/versions.ts";
import type { Example } from "../core/domain/deprecated-call.ts";
import type { Operation } from "../core/operations/operation.ts";
import { type EndingRow, endingRows } from "../core/spec/endings.ts";
import { operations } from "./index.ts";
import { paramsOf, version1 } from "./version-1.ts";

/** An operation of Atlas, which Anteroom may not have. */
export interface CalledOperation extends Pick<Operation, "id" | "path" | "query" | "successor" | "version1"> {
  readonly method: string;
}

interface EndingOperation extends CalledOperation, Omit<EndingRow, "successor"> {}

export interface Ending {
  readonly operation: EndingOperation;
  readonly version: VersionName;
  readonly sunset: string;
  /** True if the operation has a newer version that stays. */
  readonly goesOn: boolean;
}

const declared = operations as Readonly<Record<string, Operation | undefined>>;

/** Returns the operation. Anteroom's own declaration has more than the row: query parameters, and successors in words. */
function operationOf(row: EndingRow): EndingOperation {
  const here = declared[row.id];
  return {
    ...row,
    path: here?.path ?? row.path,
    query: here?.query ?? {},
    successor: here?.successor ?? row.successor,
  };
}

const ofRows = endingRows.map(operationOf);

export const endings: readonly Ending[] = ofRows.flatMap((operation) => {
  const { versions } = operation;
  const names = versionsInOrder(versions);
  const goesOn = names.some((name) => versions[name]?.sunset === undefined);
  return names.flatMap((version) => {
    const sunset = versions[version]?.sunset;
    return sunset === undefined ? [] : [{ operation, version, sunset, goesOn }];
  });
});

export const lastDay = "2027-07-01";

/** Returns the ending version of an operation; if the requested version is unknown, the first of those that end last. */
export function endingOf(operationId: string, version?: string): Ending | undefined {
  const of = endings.filter(({ operation }) => operation.id === operationId);
  const last = of
    .map(({ sunset }) => sunset)
    .sort()
    .at(-1);
  return of.find((each) => each.version === version) ?? of.find(({ sunset }) => sunset === last);
}

const onTheDay = endings.filter(({ sunset }) => sunset === lastDay);
const operationsIn = (some: readonly Ending[]): number =>
  new Set(some.map(({ operation }) => operation.id)).size;

/** The number of operations that lose a version on 1 July 2027, and what replaces them. */
export const figures = {
  versions: onTheDay.length,
  all: operationsIn(onTheDay),
  removed: operationsIn(onTheDay.filter(({ goesOn }) => !goesOn)),
  goOn: operationsIn(onTheDay.filter(({ goesOn }) => goesOn)),
};

/** The sentence that explains the number wherever it is shown. */
export const figuresInWords = `On ${lastDay} Atlas ends ${figures.versions} versions of ${figures.all} operations: ${figures.removed} operations are removed, and ${figures.goOn} go on in a newer version only.`;

/** The days on which something ends, with the number of versions and operations. */
export const calendar = [...new Set(endings.map(({ sunset }) => sunset))].sort().map((date) => {
  const of = endings.filter(({ sunset }) => sunset === date);
  return {
    date,
    versions: of.length,
    operations: operationsIn(of),
    removed: operationsIn(of.filter(({ goesOn }) => !goesOn)),
  };
});

/** The sentence about the number of versions that end on the other days. */
export const calendarInWords = `Versions that end on other days: ${calendar
  .filter(({ date }) => date !== lastDay)
  .map(({ date, versions }) => `${versions} on ${date}`)
  .join(", ")}.`;

export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly accept: string | undefined;
}

/** Returns the target of a call; a name without a value stays in the path. */
export function targetOf({ path }: Pick<CalledOperation, "path">, { params, query }: Example): string {
  const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return search.length === 0 ? filled : `${filled}?${search.join("&")}`;
}

export interface Matched {
  readonly operation: CalledOperation;
  /** The version that ends; undefined if it is unclear, and in version 1.0. */
  readonly version: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly search: string;
  /** True if the operation has a version that stays, and the log does not say which one was requested. */
  readonly isUnclear: boolean;
}

interface Route<O extends CalledOperation> {
  readonly operation: O;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

const routeOf = <O extends CalledOperation>(operation: O): Route<O> => ({
  operation,
  names: namesIn(operation.path),
  pattern: new RegExp(`^${operation.path.replace(/[.:]/g, "\\$&").replace(/\{\w+\}/g, "([^/:]+)")}/?$`),
});

const routes = ofRows.map(routeOf);
/** The rows, with words of a path before parameters: `/groups/byName/{groupName}` before `/groups/{groupId}/teams`. */
const olderRoutes = version1
  .map(routeOf)
  .sort((a, b) => (a.operation.path.replaceAll("{", "~") < b.operation.path.replaceAll("{", "~") ? -1 : 1));

export const isOfVersion1 = (target: string): boolean => inVersion1(target) !== undefined;

/** Matches a request; undefined if it does not end. One in version 1.0 is matched, too. */
export function match({ method, target, accept }: Asked): Matched | undefined {
  const older = inVersion1(target);
  if (older !== undefined) {
    const found = matchAmong(olderRoutes, method, older);
    return found && { ...found, version: undefined, isUnclear: false };
  }
  const found = matchAmong(routes, method, target);
  if (found === undefined) return undefined;
  const { versions } = found.operation;
  const newestFirst = versionsInOrder(versions).reverse();
  const isEnding = (version: VersionName) => versions[version]?.sunset !== undefined;
  if (accept === undefined) {
    const isUnclear = !newestFirst.every(isEnding);
    return { ...found, isUnclear, version: isUnclear ? undefined : newestFirst[0] };
  }
  const version = versionIn(accept, newestFirst);
  // A request for an unknown version was refused.
  return version === undefined || !isEnding(version) ? undefined : { ...found, version, isUnclear: false };
}

function matchAmong<O extends CalledOperation>(routes: readonly Route<O>[], method: string, target: string) {
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  const search = mark < 0 ? "" : target.slice(mark + 1);
  for (const { operation, pattern, names } of routes) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const inPath = names.map((name, index) => [name, decodePercent(found[index + 1] ?? "")]);
    return { operation, params: paramsOf(path, Object.fromEntries(inPath)), search };
  }
  return undefined;
}

function versionIn(accept: string, newestFirst: ReturnType<typeof versionsInOrder>) {
  if (/^application\/vnd\.atlas\.preview\+json/i.test(accept)) {
    return newestFirst.find((name) => name === "preview");
  }
  for (const date of versionsAsked(accept)) {
    const version = versionOn(newestFirst, date);
    if (version !== undefined) return version;
  }
  return undefined;
}
