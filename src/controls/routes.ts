// The test controls over HTTP, under /_anteroom: those of the table, its document, and a page that leads to all.
import { Fault } from "../contract/errors.ts";
import { addressOf } from "../domain/proxies.ts";
import type { Asked } from "../http/asked.ts";
import type { ReadBody } from "../http/bodies.ts";
import type { decompress as undoCompression } from "../http/decompress.ts";
import type { jsonAnswer, PlainAnswer, Route } from "../http/plain.ts";
import type { NoteSecurity } from "../http/security-log.ts";
import type { RefuseControl } from "./admission.ts";
import { ControlError } from "./control-error.ts";
import type { Controls } from "./controls.ts";
import { describeControls, listControls, renderControls } from "./document.ts";
import { controlRoutes, namesIn, root } from "./list.ts";
import { call, membersOf } from "./members.ts";

interface Parts {
  readonly controls: Controls;
  readonly refuse: RefuseControl;
  readonly wantsToken: boolean;
  readonly noteSecurity: NoteSecurity;
  readonly readBody: ReadBody;
  readonly decompress: typeof undoCompression;
  readonly toJson: typeof jsonAnswer;
  /** Scheme and authority that a request came to. */
  readonly originOf: (request: Asked) => string;
}

interface ControlsOverHttp {
  readonly routes: Route[];
  /** Answers what would be a control by its path, and is none; undefined for other paths. */
  answerAbsent(request: Asked): Promise<PlainAnswer | undefined>;
}

export function routeControls(parts: Parts): ControlsOverHttp {
  const { controls, refuse, wantsToken, noteSecurity, readBody, decompress, toJson, originOf } = parts;
  const members = membersOf(controls);

  async function answer(request: Asked, work: () => Promise<PlainAnswer>): Promise<PlainAnswer> {
    // Mail has links that open accounts.
    const headers = { "cache-control": "no-store" };
    const refused = refuse(request.headers.authorization);
    const answered = await (refused === undefined ? work() : Promise.reject(refused)).catch(refusal);
    const { status } = answered;
    if (request.method !== "GET") {
      const refusedFor = status < 400 ? undefined : String(status);
      // What anybody adds to an address may be a secret.
      const { id: requestId, path } = request;
      noteSecurity({ event: "control", refusedFor, path, requestId, ip: addressOf(request) });
    }
    return { ...answered, headers: { ...headers, ...answered.headers } };
  }

  function refusal(reason: Error): PlainAnswer {
    const isKnown = reason instanceof ControlError || reason instanceof Fault;
    const status = isKnown ? reason.status : 500;
    const headers = reason instanceof Fault ? reason.headers : {};
    const detail = isKnown ? reason.message : "Unexpected error.";
    return toJson({ error: status, detail }, { status, headers });
  }

  const routes = controlRoutes.map(({ method, path, name, takes, gives }): Route => {
    const perform = async (request: Asked, params: Readonly<Record<string, string>>) => {
      const given: unknown[] = namesIn(path).map((each) => params[each]);
      if (takes !== undefined) {
        const body = await decompress(await readBody(request.raw), request.headers["content-encoding"]);
        given.push(readJson(body));
      }
      const value = await call(members, name, given);
      if (value === undefined) return { status: 204, headers: {}, body: "" };
      return toJson(gives === undefined ? value : { [gives]: value });
    };
    return { method, path, answer: (request, params) => answer(request, () => perform(request, params)) };
  });
  const reading = (path: string, read: (request: Asked) => PlainAnswer): Route => ({
    ...{ method: "GET", path },
    answer: (request) => answer(request, async () => read(request)),
  });
  const showAll = ({ headers }: Asked): PlainAnswer =>
    headers.accept?.includes("text/html") === true
      ? { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: renderControls() }
      : toJson(listControls());
  routes.push(
    reading("/_anteroom/openapi.json", (request) => toJson(describeControls(originOf(request), wantsToken))),
    reading("/_anteroom", showAll),
    // People shorten an address to it.
    reading(root, showAll),
  );

  return {
    routes,
    async answerAbsent(request) {
      const { path } = request;
      if (!path.startsWith(`${root}/`)) return undefined;
      const message = `there is no control at ${path}; /_anteroom/ lists all`;
      return answer(request, () => Promise.reject(new ControlError(404, message)));
    },
  };
}

function readJson(body: Buffer | undefined): object {
  let value: unknown;
  try {
    value = JSON.parse(body?.toString("utf8") ?? "");
  } catch {
    value = undefined;
  }
  if (typeof value === "object" && value !== null) return value;
  throw new ControlError(400, "the body must be JSON: an object, or a list of rules for faults");
}
