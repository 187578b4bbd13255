// Matches a request of a log with an operation version that ends.
import { versionOn, versionsAsked, versionsInOrder } from "../contract/versions.ts";
import type { Operation } from "../operations/operation.ts";
import { endings } from "./endings.ts";

/** What a log tells of a request. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Undefined where the log does not have it. */
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
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Words of a path before parameters: `/users/byName/{userName}` before `/users/{userId}`. */
const routes: readonly Route[] = [...new Set(endings.map(({ operation }) => operation))].map((operation) => ({
  operation,
  names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
  pattern: new RegExp(`^${operation.path.replace(/[.:]/g, "\\$&").replace(/\{\w+\}/g, "([^/:]+)")}/?$`),
}));

const ended = new Set(endings.map(({ operation, version }) => `${operation.id} ${version}`));

/** Undefined for a request of which nothing ends. */
export function match({ method, target, accept }: Asked): Matched | undefined {
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  if (!path.startsWith("/api/atlas/v2/")) return undefined;
  for (const { operation, pattern, names } of routes) {
    if (operation.method !== method) continue;
    const found = pattern.exec(path);
    if (found === null) continue;
    const params = Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? "")]));
    const newestFirst = versionsInOrder(operation.versions).reverse();
    const stays = newestFirst.some((name) => !ended.has(`${operation.id} ${name}`));
    const search = mark < 0 ? "" : target.slice(mark + 1);
    if (accept === undefined) return { operation, params, search, isUnclear: stays };
    const version = versionIn(accept, newestFirst);
    // A request for an unknown version was refused.
    if (version === undefined || !ended.has(`${operation.id} ${version}`)) return undefined;
    return { operation, params, search, isUnclear: false };
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
