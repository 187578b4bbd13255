// The test controls over HTTP, under /_anteroom, with their OpenAPI document and a page that lists them.
import { Fault } from "../../core/contract/errors.ts";
import { namesIn } from "../../core/contract/http-syntax.ts";
import { type Answer, jsonAnswer, type Route } from "../../core/http/answer.ts";
import type { ReadBody } from "../../core/http/bodies.ts";
import { decompress } from "../../core/http/decompress.ts";
import type { HttpRequest } from "../../core/http/request.ts";
import type { NoteSecurity } from "../../core/http/security-log.ts";
import { serveText } from "../../core/http/served-text.ts";
import type { RefuseControl } from "./admission.ts";
import { ControlError } from "./control-error.ts";
import type { Controlled } from "./controlled.ts";
import { describeControls, listControls, renderControls } from "./document.ts";
import { controlRoutes, root } from "./list.ts";
import { call } from "./members.ts";

interface RouteDeps {
  readonly controls: Controlled;
  readonly refuse: RefuseControl;
  readonly wantsToken: boolean;
  /** True if there is a page of endings. */
  readonly hasEndings: boolean;
  readonly noteSecurity: NoteSecurity;
  readonly readBody: ReadBody;
}

export function routeControls(deps: RouteDeps) {
  const routes = controlRoutes.map(
    (control): Route => ({
      method: control.method,
      path: control.path,
      answer: (...asked) => admit(deps, asked[0], () => perform(deps, control, ...asked)),
    }),
  );
  return {
    routes: [...routes, ...aboutControls(deps)],
    /** Refuses a path below the controls that has none; undefined for other paths. */
    async answerAbsent(request: HttpRequest): Promise<Answer | undefined> {
      const { path } = request;
      if (!path.startsWith(`${root}/`)) return undefined;
      const message = `there is no control at ${path}; /_anteroom/ lists all`;
      return admit(deps, request, () => Promise.reject(new ControlError(404, message)));
    },
  };
}

/** Answers a request that may use the controls, and reports changes to the security log. */
async function admit({ refuse, noteSecurity }: RouteDeps, request: HttpRequest, work: () => Promise<Answer>) {
  const refused = refuse(request.headers.authorization);
  const answered = await (refused === undefined ? work() : Promise.reject(refused)).catch(refusalOf);
  const { status } = answered;
  if (request.method !== "GET") {
    const refusedFor = status < 400 ? undefined : String(status);
    // The path alone, since the query may have a secret.
    const { id: requestId, path, remoteAddress } = request;
    noteSecurity({ event: "control", refusedFor, path, requestId, remoteAddress });
  }
  // Captured mail has links that open accounts.
  return { ...answered, headers: { "cache-control": "no-store", ...answered.headers } };
}

function refusalOf(reason: Error): Answer {
  const isKnown = reason instanceof ControlError || reason instanceof Fault;
  const status = isKnown ? reason.status : 500;
  const headers = reason instanceof Fault ? reason.headers : {};
  const detail = isKnown ? reason.message : "Unexpected error.";
  return jsonAnswer({ error: status, detail }, { status, headers });
}

async function perform(
  { readBody, controls }: RouteDeps,
  { name, path, takes, isBodyOptional, gives }: (typeof controlRoutes)[number],
  ...[request, params]: Parameters<Route["answer"]>
): Promise<Answer> {
  const given: unknown[] = namesIn(path).map((each) => params[each]);
  if (takes !== undefined) {
    const body = await decompress(await readBody(request), request.headers["content-encoding"]);
    const sent = isBodyOptional === true && !body?.length ? {} : readJson(body);
    // Access lists are checked as for a request of the same client.
    given.push(name === "explain" ? { address: request.remoteAddress.ip, ...sent } : sent);
  }
  const value = await call(controls, name, given);
  if (value === undefined) return { status: 204, headers: {}, body: "" };
  return jsonAnswer(gives === undefined ? value : { [gives]: value });
}

/** Returns the routes of the controls' OpenAPI document, and of their list: HTML for browsers, JSON for programs. */
function aboutControls(deps: RouteDeps): Route[] {
  const list = ({ headers }: HttpRequest): Answer =>
    headers.accept?.includes("text/html") === true
      ? {
          status: 200,
          headers: { "content-type": "text/html; charset=utf-8" },
          body: renderControls(deps.hasEndings),
        }
      : jsonAnswer(listControls(deps.hasEndings));
  const route = (path: string, read: (request: HttpRequest) => Answer): Route => ({
    method: "GET",
    path,
    answer: (request) => admit(deps, request, async () => read(request)),
  });
  return [
    route("/_anteroom/openapi.json", ({ origin, headers }) => {
      const document = JSON.stringify(describeControls(origin, deps.wantsToken));
      return serveText(document, "application/json; charset=utf-8")(headers);
    }),
    route("/_anteroom", list),
    // A shortened address of a control leads here.
    route(root, list),
  ];
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
