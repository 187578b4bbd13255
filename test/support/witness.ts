// Watches what servers of this process answer while tests run: whether it is as declared, and which test met which error.
import { type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { afterEach, beforeEach } from "node:test";
import { contradictions, operationAt, type Witnessed } from "./declared.ts";
import type { Place } from "./proofs.ts";

interface Finding extends Place {
  readonly answer: string;
  readonly what: string;
}

/** Servers that stand in for others or pass their answers on, and one with injected faults: they may answer anything. */
const standIns = [
  ...["client", "failures", "middleware", "pages", "requesting", "retrying", "unreachable"].map(
    (name) => `src/client/${name}.test.ts`,
  ),
  "test/faults.test.ts",
  "test/july/traffic.test.ts",
];

/** The test files that draw by chance: what one met proves nothing the next time. */
const drawn = ["test/fuzz.test.ts"];

// The files of one process run one after another, and so do their tests.
let runningFile = "";
let running = "";

const seen = new Map<string, Finding>();
const raised = new Map<string, Map<string, Place[]>>();

/** Notes which test file runs from now on: what its servers answer counts as seen in it. */
export function beginFile(file: string): void {
  runningFile = file;
}

/** Answers that were not as declared and that it has not returned before; each contradiction once for each test. */
export function takeFindings(): Finding[] {
  const found = [...seen.values()];
  seen.clear();
  return found;
}

/** Returns the tests that met a refusal, by operation and error code, in the order in which they ran, each once. */
export const refusals = (): ReadonlyMap<string, ReadonlyMap<string, readonly Place[]>> => raised;

// Tests of one process run one after another. After a subtest its parent goes on.
beforeEach((t) => {
  running = nameOf(t);
});
afterEach((t) => {
  running = nameOf(t).slice(0, -` > ${t.name}`.length);
});

for (const event of ["uncaughtExceptionMonitor", "unhandledRejection"]) {
  process.on(event, () => console.error(`an error that nothing caught, in ${runningFile}: ${running}`));
}

const nameOf = (t: { readonly name: string }): string => (t as { fullName?: string }).fullName ?? t.name;

function judge(answer: Witnessed): void {
  const { method, target, status, headers } = answer;
  const code = headers["x-error-code"];
  if (ofRehearsals.includes(String(code))) return;
  const operation = operationAt(method, target);
  const place: Place = { file: runningFile, test: running };
  if (standIns.includes(place.file)) return;
  for (const what of contradictions(answer, operation)) {
    const finding = { ...place, answer: `${operation?.id ?? `${method} ${target}`} ${status}`, what };
    seen.set(JSON.stringify(finding), finding);
  }
  if (operation !== undefined && typeof code === "string" && !drawn.includes(place.file)) {
    note(operation.id, code, place);
  }
}

/** The codes of a rehearsal, whatever is asked: they are no operation's own. */
const ofRehearsals = ["FOREIGN_PAGE", "MISDIRECTED_REQUEST"];

function note(id: string, code: string, place: Place): void {
  const codes = raised.get(id) ?? new Map<string, Place[]>();
  raised.set(id, codes);
  const places = codes.get(code) ?? [];
  codes.set(code, places);
  if (!places.some(({ file, test }) => file === place.file && test === place.test)) places.push(place);
}

/** Headers come as an object, or as names and values in turn. */
function headOf(headers: unknown): OutgoingHttpHeaders {
  if (!Array.isArray(headers)) return headers as OutgoingHttpHeaders;
  const lines = headers as string[];
  const names = lines.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, lines[2 * index + 1]]));
}

/** Every answer of the API is written at one stroke: one head, one end. */
function watch(): void {
  const heads = new WeakMap<ServerResponse, OutgoingHttpHeaders>();
  const { writeHead, end } = ServerResponse.prototype;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...all: unknown[]) {
    heads.set(this, headOf(all.at(-1)));
    return writeHead.apply(this, all as Parameters<typeof writeHead>);
  } as typeof writeHead;
  ServerResponse.prototype.end = function (this: ServerResponse, ...all: unknown[]) {
    const { method = "", url = "" } = this.req;
    if (url.startsWith("/api/atlas/v2") && method !== "HEAD" && method !== "OPTIONS") {
      const headers = { ...this.getHeaders(), ...heads.get(this) };
      const body = typeof all[0] === "string" ? all[0] : "";
      judge({ method, target: url, status: this.statusCode, headers, body });
    }
    return end.apply(this, all as Parameters<typeof end>);
  } as typeof end;
}

watch();
