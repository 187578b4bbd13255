// Defines an operation of Atlas without its behaviour: call, tag, roles, parameters, versions and bodies, from
// `spec/atlas.json` with our patches and words.
import type { TSchema } from "typebox";
import type { Grade } from "../contract/grade.ts";
import { type LimitSet, neighbourSets } from "../contract/limits.ts";
import { limitOf } from "../contract/operation-limits.ts";
import { isRoleName, type OrgRole, type RoleName } from "../contract/roles.ts";
import type { VersionDate } from "../contract/versions.ts";
import { type Door, door } from "../domain/access.ts";
import { bodies, calls, gaps } from "./files.ts";
import type { AnswerForm, Form, OperationForm, ParameterForm } from "./form.ts";
import { lazily } from "./lazily.ts";
import type { OperationPatch, Reason } from "./patch.ts";
import { createResolver } from "./resolve.ts";
import type { CallExample } from "./words.ts";

const types = createResolver(bodies);

/** A version of an operation: its body, its answer, and its lifetime. */
export interface SpecVersion {
  readonly body?: TSchema;
  readonly demands?: readonly string[];
  readonly reply?: TSchema;
  readonly type?: string;
  readonly preview?: { readonly name: string; readonly public?: "false" };
  readonly query?: Readonly<Record<string, unknown>>;
  readonly sunset?: VersionDate;
  readonly deprecated?: VersionDate;
}

export interface SpecDefinition {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly grade: Grade;
  readonly summary: string;
  readonly description: string;
  readonly example?: CallExample;
  readonly door: Door;
  readonly limit: LimitSet;
  readonly status: number;
  readonly neighbour?: true;
  readonly isBare?: true;
  readonly mayShowNothing?: true;
  readonly successor?: string;
  readonly params: Readonly<Record<string, TSchema>>;
  readonly query: Readonly<Record<string, TSchema>>;
  readonly flags?: Readonly<Record<string, TSchema>>;
  readonly versions: Readonly<Record<string, SpecVersion>>;
}

const { operations, parameters, grades, patches, words } = calls;

/** The sets of operations outside of the access plane; see `neighbour` of an operation. */
const besideAccess = new Set<LimitSet>(Object.values(neighbourSets));

/** Returns the form of an operation that Atlas publishes, whether it is here or not. Throws for another name. */
export function formOf(id: string): OperationForm {
  const form = operations[id] ?? gaps()[id];
  if (form === undefined) throw new Error(`Atlas publishes no operation ${id}`);
  return form;
}

type Patch = Omit<OperationPatch, keyof Reason>;

/** Merges the patches of an operation. */
const patchOf = (id: string): Patch => Object.assign({}, ...(patches.operations[id] ?? []));

/** Defines an operation. Its parameters have their schemas when they are first read. */
export function definitionOf(id: string): SpecDefinition {
  const patch = patchOf(id);
  const form = { ...formOf(id), ...(patch.body && { body: patch.body }) };
  const { successor } = patches.endings[id] ?? {};
  const [status = "204"] = Object.keys(form.answers);
  const [method = "", path = ""] = form.call.split(" ");
  const limit = limitOf(form.tag, form.call);
  const defined = {
    method,
    path,
    tag: form.tag,
    grade: grades[id] ?? "declared",
    summary: id,
    description: "",
    ...words.operations[id],
    door: doorOf(form, patch),
    limit,
    status: patch.status ?? Number(status),
    ...(besideAccess.has(limit) && { neighbour: true as const }),
    ...(patch.isBare && { isBare: true as const }),
    ...(patch.mayShowNothing && { mayShowNothing: true as const }),
    ...(successor !== undefined && { successor }),
    ...(form.headers && { flags: schemasOf(id, form.headers) }),
    versions: versionsOf(id, form, patch),
  };
  return lazily(defined, {
    params: () => schemasOf(id, form.path),
    query: () => schemasOf(id, { ...form.query, ...patch.query }),
  });
}

/** Returns who may call it; the scope is the first one in the path, and without one any role is accepted. */
function doorOf({ call, roles = [], open }: OperationForm, patch: Patch): Door {
  const [role, ...orRoles] = (patch.roles ?? roles).map(knownRole);
  if (open) return door.open;
  if (role === undefined) return door.signedIn;
  if (call.includes("{groupId}")) {
    return orRoles.length === 0 ? door.group(role) : door.groupOfAny(role, ...orRoles);
  }
  if (call.includes("{orgId}")) return door.org(role as OrgRole);
  return call.includes("{federationSettingsId}") ? door.federation(role as OrgRole) : door.signedIn;
}

/** The holders of roles that are not here: such a role is one of projects, and else owners of a project hold it. */
const holders: Readonly<Record<string, RoleName>> = {
  GROUP_STREAM_PROCESSING_MANAGER: "GROUP_STREAM_PROCESSING_OWNER",
};

const knownRole = (role: string): RoleName => (isRoleName(role) ? role : (holders[role] ?? "GROUP_OWNER"));

function schemasOf(id: string, forms: Readonly<Record<string, ParameterForm>> = {}): Record<string, TSchema> {
  return Object.fromEntries(
    Object.entries(forms).map(([name, form]) => {
      const { ref, demanded: _, ...own } = form;
      const shared: Form = ref === undefined ? own : (parameters[ref] ?? {});
      const saidIn = <T>(table: Readonly<Record<string, T>>): T | undefined =>
        table[`${id}.${name}`] ?? table[name];
      const description = saidIn(words.parameters);
      const example = saidIn(words.parameterExamples);
      const changes = saidIn(patches.parameters) ?? [];
      const whole = Object.assign({}, shared, ...changes.map(({ set }) => set)) as Form;
      const { list, checkedByRule } = whole;
      const known = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null)) as Form;
      return [
        name,
        {
          ...types.ofForm(list && checkedByRule ? { ...known, list: { ...list, checkedByRule } } : known, ""),
          ...(example !== undefined && { example }),
          ...(description !== undefined && { description }),
        },
      ];
    }),
  );
}

/** Returns the answers by version: those of all statuses of success, and those of a patch. */
function answersOf({ answers }: OperationForm, { versions, withoutVersions = [] }: Patch) {
  const published = Object.assign({}, ...Object.values(answers)) as Record<string, AnswerForm>;
  return Object.entries({ ...published, ...versions }).filter(
    ([version]) => !withoutVersions.includes(version),
  );
}

/** Reports whether an operation answers with a body. */
export const answersBody = (id: string): boolean =>
  answersOf(formOf(id), patchOf(id)).some(([, { body }]) => body !== undefined);

function versionsOf(id: string, form: OperationForm, patch: Patch): Record<string, SpecVersion> {
  const { deprecated = {} } = patches.endings[id] ?? {};
  const answers = answersOf(form, patch);
  return Object.fromEntries(
    answers.map(([version, { body, sunset, preview, content }]) => [
      version,
      lazily(
        {
          ...(sunset !== undefined && { sunset: sunset as VersionDate }),
          ...(deprecated[version] !== undefined && { deprecated: deprecated[version] }),
          ...(preview && { preview }),
          ...(content !== undefined && { type: `application/vnd.atlas.${version}+${content}` }),
          ...(patch.fixed?.[version] && { query: fixedBy(patch.fixed[version]) }),
        },
        {
          ...(form.body && {
            body: () => bodyOf(id, form, version),
            demands: () => demandsOf(form, patch, bodyOf(id, form, version)),
          }),
          ...(body && { reply: () => types.ofForm(body, `${id} reply`) }),
        },
      ),
    ]),
  );
}

/** Returns the values that a version fixes; null counts as absent. */
const fixedBy = (fixed: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, value ?? undefined]));

function bodyOf(id: string, { call, body = {} }: OperationForm, version: string): TSchema | undefined {
  const form = isByVersion(body) ? body[version] : (body as Form);
  const schema = form && types.ofForm(form, `${id} body`);
  const { anyOf } = (schema ?? {}) as { anyOf?: readonly TSchema[] };
  // An update demands nothing, whichever of the alternatives it is.
  return call.startsWith("PATCH ") && schema !== undefined && anyOf !== undefined
    ? ({ ...schema, anyOf: anyOf.map((each) => ({ ...each, required: [] })) } as TSchema)
    : schema;
}

/**
 * Returns the members that a body must have. The document demands those of a whole resource for an update, and those that the
 * path states for any body, so these are left out.
 */
function demandsOf(form: OperationForm, patch: Patch, schema: TSchema | undefined): readonly string[] {
  if (patch.demands !== undefined) return patch.demands;
  if (form.call.startsWith("PATCH ")) return [];
  const { required = [] } = (schema ?? {}) as { required?: readonly string[] };
  return required.filter((name) => !(name in (form.path ?? {})));
}

const isByVersion = (body: NonNullable<OperationForm["body"]>): body is Readonly<Record<string, Form>> =>
  Object.keys(body).length > 0 && Object.keys(body).every((name) => /^\d{4}-\d\d-\d\d$|^preview$/.test(name));
