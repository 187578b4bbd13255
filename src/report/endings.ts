// What ends: versions with a sunset from the table of operations, and whether a request of a log is for one.
import { decodePercent } from "../contract/http-syntax.ts";
import { inVersion1, versionOn, versionsAsked, versionsInOrder } from "../contract/versions.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { paramsOf, version1 } from "../operations/version-1.ts";

export interface Ending {
  readonly operation: Operation;
  readonly version: string;
  readonly sunset: string;
  /** Whether the operation has a newer version that stays. */
  readonly goesOn: boolean;
}

export const endings: readonly Ending[] = Object.values<Operation>(operations).flatMap((operation) => {
  const { versions } = operation;
  const names = versionsInOrder(versions);
  const goesOn = names.some((name) => versions[name]?.sunset === undefined);
  return names.flatMap((version) => {
    const sunset = versions[version]?.sunset;
    return sunset === undefined ? [] : [{ operation, version, sunset, goesOn }];
  });
});

const byOperation = new Map(endings.map((ending) => [ending.operation.id, ending]));

export const endingOf = (operationId: string): Ending | undefined => byOperation.get(operationId);

export const lastDay = "2027-07-01";

/** Those of the access plane: without its neighbours. */
export const endingsOfPlane = endings.filter(({ operation }) => operation.neighbour !== true);

const onTheDay = endingsOfPlane.filter(({ sunset }) => sunset === lastDay);

/** How many operations lose a version on 1 July 2027, and what becomes of them. */
export const figures = {
  all: onTheDay.length,
  removed: onTheDay.filter(({ goesOn }) => !goesOn).length,
  goOn: onTheDay.filter(({ goesOn }) => goesOn).length,
};

/** The sentence that explains the number wherever it is shown. */
export const figuresInWords = `On ${lastDay} Atlas ends ${figures.all} operations of the access plane as they are called today: ${figures.removed} are removed, and ${figures.goOn} go on in a newer version only.`;

export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly accept: string | undefined;
}

export interface Matched {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly search: string;
  /** `unclear`: the operation has a version that stays, and the log does not say which was asked for. */
  readonly isUnclear: boolean;
}

interface Route {
  readonly operation: Operation;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

const routeOf = (operation: Operation): Route => ({
  operation,
  names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
  pattern: new RegExp(`^${operation.path.replace(/[.:]/g, "\\$&").replace(/\{\w+\}/g, "([^/:]+)")}/?$`),
});

const routes = [...new Set(endings.map(({ operation }) => operation))].map(routeOf);
/** Words of a path before parameters: `/groups/byName/{groupName}` before `/groups/{groupId}/teams`. */
const olderRoutes = version1
  .map(routeOf)
  .sort((a, b) => (a.operation.path.replaceAll("{", "~") < b.operation.path.replaceAll("{", "~") ? -1 : 1));

const ended = new Set(endings.map(({ operation, version }) => `${operation.id} ${version}`));

export const isOfVersion1 = (target: string): boolean => inVersion1(target) !== undefined;

/** Undefined for a request of which nothing ends; one in version 1.0 is matched, too. */
export function match({ method, target, accept }: Asked): Matched | undefined {
  const older = inVersion1(target);
  if (older !== undefined) return matchAmong(olderRoutes, method, older);
  const found = matchAmong(routes, method, target);
  if (found === undefined) return undefined;
  const { operation } = found;
  const newestFirst = versionsInOrder(operation.versions).reverse();
  const stays = newestFirst.some((name) => !ended.has(`${operation.id} ${name}`));
  if (accept === undefined) return { ...found, isUnclear: stays };
  const version = versionIn(accept, newestFirst);
  // A request for an unknown version was refused.
  return version === undefined || !ended.has(`${operation.id} ${version}`) ? undefined : found;
}

function matchAmong(routes: readonly Route[], method: string, target: string): Matched | undefined {
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  const search = mark < 0 ? "" : target.slice(mark + 1);
  for (const { operation, pattern, names } of routes) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const inPath = names.map((name, index) => [name, decodePercent(found[index + 1] ?? "")]);
    return { operation, params: paramsOf(Object.fromEntries(inPath)), search, isUnclear: false };
  }
  return undefined;
}

function versionIn(accept: string, newestFirst: ReturnType<typeof versionsInOrder>) {
  if (/^application\/vnd\.atlas\.preview\+json/i.test(accept))
    return newestFirst.find((name) => name === "preview");
  for (const date of versionsAsked(accept)) {
    const version = versionOn(newestFirst, date);
    if (version !== undefined) return version;
  }
  return undefined;
}
