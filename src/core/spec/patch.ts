// The form of `spec/patches.json`: where a recorded answer, a client or Anteroom itself differs from Atlas's document, and why.
import type { RoleName } from "../contract/roles.ts";
import type { VersionDate } from "../contract/versions.ts";
import type { AnswerForm, Form, ParameterForm } from "./form.ts";

/** The source of a difference. */
export type Source = "recorded" | "client" | "ours";

export interface Reason {
  /** The reason, as docs/fidelity.md states it. */
  readonly because: string;
  readonly source: Source;
}

/** A patch of a type. Members are named by their path: `roles`, `notifications[].region`; the type itself has none. */
export interface TypePatch extends Reason {
  /** The members that answers always have; see `Marks`. */
  readonly always?: readonly string[];
  readonly demanded?: readonly string[];
  readonly checkedByRule?: readonly string[];
  readonly isSecret?: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  /** The members that are optional here. */
  readonly optional?: readonly string[];
  readonly required?: readonly string[];
  /** The members that do not exist here. */
  readonly without?: readonly string[];
  /** The words of a member that differ here; null removes one. */
  readonly set?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The members that the document does not have, or that have another form here. */
  readonly members?: Readonly<Record<string, Form>>;
  /** True to merge the members of all cases into one type, instead of alternatives. */
  readonly merged?: true;
}

/** A patch of an operation. */
export interface OperationPatch extends Reason {
  /** The status of success. */
  readonly status?: number;
  readonly roles?: readonly RoleName[];
  /** The versions that do not exist here. */
  readonly withoutVersions?: readonly string[];
  /** The answers of versions that differ here. */
  readonly versions?: Readonly<Record<string, AnswerForm>>;
  /** The query parameters that a version has fixed, such as an older one that only shows active users; null means absent. */
  readonly fixed?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The query parameters that the document does not have. */
  readonly query?: Readonly<Record<string, ParameterForm>>;
  /** The body, in all versions, if it differs here. */
  readonly body?: Form;
  /** The members that the body of an update must have: the document demands those of a whole resource. */
  readonly demands?: readonly string[];
  /** True if success has neither a body nor a content type. */
  readonly isBare?: true;
  /** True if a view may have nothing to show; the answer is then 204. */
  readonly mayShowNothing?: true;
}

/** The dates at which versions were deprecated, and the operation to call instead, which Atlas only states in prose. */
export interface Ending {
  readonly successor?: string;
  /** The dates by version. */
  readonly deprecated?: Readonly<Record<string, VersionDate>>;
}

export interface Patches {
  readonly operations: Readonly<Record<string, readonly OperationPatch[]>>;
  readonly endings: Readonly<Record<string, Ending>>;
  /** The changed words, by the name of a parameter, or `operationId.name`. */
  readonly parameters: Readonly<
    Record<string, readonly (Reason & { readonly set: Readonly<Record<string, unknown>> })[]>
  >;
  readonly types: Readonly<Record<string, readonly TypePatch[]>>;
}

type Writable = { -readonly [Name in keyof Form]: Form[Name] } & Record<string, unknown>;

const copy = (form: Form): Writable => structuredClone(form) as Writable;

/**
 * Returns the member that a part of a path names: `region`, or `notifications[]` and `tags{}` for the items of a list or a map.
 */
function step({ members }: Form, part: string): Writable | undefined {
  let found = members?.[part.replaceAll(/\[\]|\{\}/g, "")];
  for (const [sign] of part.matchAll(/\[\]|\{\}/g)) found = sign === "[]" ? found?.list : found?.map;
  return found as Writable | undefined;
}

/** Returns the member at a path, or the type itself. */
function memberAt(form: Writable, path: string): Writable {
  let found = form;
  for (const part of path === "" ? [] : path.split(".")) {
    const next = step(found, part);
    if (next === undefined) throw new Error(`There is no member ${path}`);
    found = next;
  }
  return found;
}

/** Finds the object with the member at a path, and the member's name in it. */
function find(form: Writable, path: string): { holder: Writable; name: string } {
  const at = path.lastIndexOf(".");
  return { holder: memberAt(form, path.slice(0, Math.max(at, 0))), name: path.slice(at + 1) };
}

const marks = ["always", "demanded", "checkedByRule", "isSecret"] as const;

/** Applies the patches of a type, in order. Throws if one names a missing member. */
export function applyPatches(form: Form, patches: readonly TypePatch[]): Form {
  const patched = copy(form);
  for (const patch of patches) applyPatch(patched, patch);
  return patched;
}

function applyPatch(form: Writable, patch: TypePatch): void {
  for (const [path, member] of Object.entries(patch.members ?? {})) {
    const { holder, name } = find(form, path);
    holder.members = { ...holder.members, [name]: member };
  }
  for (const [path, words] of Object.entries(patch.set ?? {})) {
    const member = memberAt(form, path);
    for (const [word, value] of Object.entries(words)) {
      if (value === null) delete member[word];
      else member[word] = value;
    }
  }
  for (const mark of marks) for (const path of patch[mark] ?? []) memberAt(form, path)[mark] = true;
  for (const [path, name] of Object.entries(patch.names ?? {})) memberAt(form, path).names = name;
  for (const path of patch.optional ?? []) {
    const { holder, name } = find(form, path);
    holder.required = (holder.required ?? []).filter((each) => each !== name);
  }
  for (const path of patch.required ?? []) {
    const { holder, name } = find(form, path);
    holder.required = [...(holder.required ?? []), name];
  }
  for (const path of patch.without ?? []) {
    const { holder, name } = find(form, path);
    const { [name]: left, ...members } = holder.members ?? {};
    if (left === undefined) throw new Error(`There is no member ${path}`);
    holder.members = members;
  }
}
