// Keeps a rehearsal to the machine it runs on: web pages of others, open in the browser of who tests, reach loopback too.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fault } from "../contract/errors.ts";
import { isLoopback, isLoopbackName } from "../domain/loopback.ts";
import { originOf } from "../domain/proxies.ts";

interface Place {
  /** What the server listens on. A program may have one listen elsewhere, whose names nobody can know. */
  readonly host: string;
  readonly baseUrl: string | null;
}

/** Refuses, on every route, names that are not this machine's, and changes that a page of another site asks for. */
export function guardRehearsal(app: FastifyInstance, { host: listening, baseUrl }: Place): void {
  const isAnybodys = !isLoopbackName(listening);
  const published = baseUrl === null ? null : new URL(baseUrl).host;
  const isOwnName = (host: string) => isAnybodys || isLoopback(host) || host === published;
  app.addHook("onRequest", (request, _reply, done) => {
    const { host = "" } = request.headers;
    if (!isOwnName(host)) done(fault("MISDIRECTED_REQUEST", { host }));
    else if (isOfOtherPage(request, baseUrl)) done(fault("FOREIGN_PAGE", {}));
    else done();
  });
}

/** The pages of the console have forms; they name their origin to nobody, so that it arrives as null. */
const hasForms = (target: string) => !/^\/(_anteroom|api)\//.test(target);

/**
 * Reading needs no look: no answer allows another site to see it, and links from elsewhere shall lead here. A browser that
 * says nothing of sites says the origin.
 */
function isOfOtherPage(request: FastifyRequest, baseUrl: string | null): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const { "sec-fetch-site": site, origin } = request.headers;
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  if (origin === "null") return !hasForms(request.raw.url ?? "");
  return origin !== undefined && origin !== originOf(request, baseUrl);
}
