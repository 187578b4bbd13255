// A good request for each operation that Atlas publishes and Anteroom does not have, made from what the document says of it.

import { gapRowOf, gapRows } from "../../src/atlas/gaps.ts";
import { operations } from "../../src/atlas/index.ts";
import { exampleBody } from "../../src/core/contract/attributes.ts";
import { mediaType, versionsInOrder } from "../../src/core/contract/versions.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { endingRowOf } from "../../src/core/spec/endings.ts";
import { readSpec } from "../../src/core/spec/files.ts";
import type { AnswerForm, OperationForm, ParameterForm } from "../../src/core/spec/form.ts";
import { now, type Refusal, refusal } from "./stage.ts";
import { ids, type Sending } from "./world.ts";

const atlas = readSpec("atlas");

/** The refusal of what Atlas has under this id. */
export const lacking = (operationId: string, method: string, at: string): Refusal =>
  refusal("NOT_IMPLEMENTED_BY_ANTEROOM", [operationId, method, at]);

/** Values of parameters; each gets the first that its form takes. */
const candidates = [
  "some",
  ids.missing,
  "32b6e34b-3d91-4abb-a0e7-b832b6e34b3d",
  "vpce-0123456789abcdef0",
  "a.example.com",
  "a.example.com:27017",
  "a".repeat(64),
];

/** Reports whether a parameter of this form accepts a value. */
export function takes(
  { ref, pattern = "", enum: words, minLength = 0 }: ParameterForm,
  value: string,
): boolean {
  const { pattern: shared = "" } = ref === undefined ? {} : (atlas.parameters[ref] ?? {});
  const fits = new RegExp(pattern).test(value) && new RegExp(shared).test(value);
  return fits && value.length >= minLength && (words === undefined || words.includes(value));
}

/** A value of a parameter that its form takes. */
export function valueFor(name: string, form: ParameterForm): string {
  if (name === "groupId") return ids.group;
  if (name === "orgId") return ids.org;
  const all = [...(form.enum ?? []).map(String), ...candidates];
  return all.find((value) => takes(form, value)) ?? "";
}

function valueInQuery(name: string, form: ParameterForm): string {
  if (form.type === "boolean") return "true";
  return form.type === "integer"
    ? String(form.minimum ?? 1)
    : valueFor(name, (form.list ?? form) as ParameterForm);
}

/** The form of a parameter, wherever the document has it. */
export const wholeOf = (form: ParameterForm): ParameterForm => ({
  ...atlas.parameters[form.ref ?? ""],
  ...form,
});

/** Bodies, where the forms of their members alone do not say what is accepted. */
const bodies: Readonly<Record<string, object>> = {
  createGroupClusterIndexRollingIndex: { collection: "c", db: "d", keys: [{ a: "1" }] },
  createGroupPrivateEndpointEndpointServiceEndpoint: { id: "vpce-0123456789abcdef0" },
};

/** A gap as the document has it, and a request for it that nothing refuses but its absence. */
export interface Asked {
  readonly id: string;
  readonly form: OperationForm;
  readonly version: string;
  readonly sunset: string | undefined;
  readonly good: Required<Pick<Sending, "method" | "path" | "headers">> & Pick<Sending, "body">;
}

/** The request has the form of the newest version, or of the one that is named. */
export function askFor(id: string, named?: string): Asked {
  const form = atlas.operations[id] as OperationForm;
  const [method = "", path = ""] = form.call.split(" ");
  const answers = Object.assign({}, ...Object.values(form.answers)) as Record<string, AnswerForm>;
  const version = named ?? versionsInOrder(answers).at(-1) ?? "";
  const demanded = Object.entries(form.query ?? {})
    .map(([name, each]) => [name, wholeOf(each)] as const)
    .filter(([, each]) => each.demanded)
    .map(([name, each]) => [name, valueInQuery(name, each)]);
  const search = new URLSearchParams(demanded).toString();
  const { body: newest, versions } = gapRowOf(id);
  const body = versions[version]?.body ?? newest;
  return {
    id,
    form,
    version,
    sunset: answers[version]?.sunset,
    good: {
      method,
      path: `${path.replace(/\{(\w+)\}/g, (_, name: string) => valueFor(name, form.path?.[name] ?? {}))}${search && `?${search}`}`,
      headers: { accept: mediaType(version) },
      ...(body && { body: bodies[id] ?? exampleBody(body, path) }),
    },
  };
}

/** The answer to a request that nothing else refuses. */
export const absent = ({ id, good }: Asked): Refusal =>
  lacking(id, good.method, good.path.split("?")[0] ?? "");

export type GapRow = (typeof gapRows)[number];

/** The rows of gaps at one path. */
const gapsAt = (path: string) => gapRows.filter((row) => row.path === path);

const here = Object.values<Operation>(operations);

/** The operations that are here at one path. */
export const hereAt = (path: string) => here.filter((row) => row.path === path);

const isCollection = ({ path }: GapRow) => /\{groupId\}\/\w+$/.test(path);
const staysOn = ({ id }: GapRow) => endingRowOf(id) === undefined;
const isAlone = ({ path }: GapRow) => hereAt(path).length === 0;

/** A list below a project and the creation at the same path, neither of which is here or ends; undefined if there is none any more. */
export function sampleOfList() {
  const isRead = (row: GapRow) => row.method === "GET" && isCollection(row) && isAlone(row);
  const isMade = (row: GapRow) => row.method === "POST" && staysOn(row);
  const read = gapRows.find((row) => isRead(row) && staysOn(row) && gapsAt(row.path).some(isMade));
  const made = read && gapsAt(read.path).find(isMade);
  return (
    made && {
      read: askFor(read.id),
      made: askFor(made.id),
      methods: gapsAt(read.path).map(({ method }) => method),
    }
  );
}

/** A gap at a path that can be read here; undefined if there is none any more. */
export const sampleBesideRead = (): GapRow | undefined =>
  gapRows.find(({ method, path }) => method !== "GET" && hereAt(path).some((row) => row.method === "GET"));

/** A gap of a project of which the oldest version ends later, the newest does not; undefined if there is none any more. */
export const sampleOfEnding = (): GapRow | undefined =>
  gapRows.find(({ id, path }) => {
    const { versions = {} } = endingRowOf(id) ?? {};
    const [oldest = {}, ...newer] = versionsInOrder(versions).map((version) => versions[version]);
    const stays = newer.length > 0 && newer.at(-1)?.sunset === undefined;
    return path.includes("{groupId}") && (oldest.sunset ?? "") > now && stays;
  });
