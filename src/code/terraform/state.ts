// Reads Terraform's data: a state file of version 4, or the output of `terraform show -json`.

/** An instance of a resource or a data source. */
export interface Kept {
  /** The address, such as `module.people["eu"].mongodbatlas_team.core[0]`. */
  readonly address: string;
  /** The address without keys of instances, which `removed` blocks do not accept. */
  readonly block: string;
  /** The type as plans name it: `mongodbatlas_team`, `data.mongodbatlas_team`. */
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export class UnreadableState extends Error {}

type Json = Readonly<Record<string, unknown>>;

/** Reads the state before a plan, and with `isPlannedToo` also what the plan creates. */
export function readState(text: string, isPlannedToo = false): Kept[] {
  const state = recordOf(parse(text), "it");
  if (Array.isArray(state.resources) && state.version === 4) {
    return state.resources.flatMap((each, index) => ofFile(each, `resources[${index}]`));
  }
  if (typeof state.version === "number") {
    throw new UnreadableState(
      `it is a state of version ${state.version}, and 4 is read: Terraform 0.12 and newer write it`,
    );
  }
  if (typeof state.format_version !== "string") {
    throw new UnreadableState(
      "it is neither a state of version 4 nor what `terraform show -json` prints (an encrypted state must be decrypted: `terraform state pull`)",
    );
  }
  const planned = isPlannedToo ? plannedIn(state) : [];
  const isPlan = state.planned_values !== undefined || state.resource_changes !== undefined;
  if (isPlan && state.prior_state === undefined && !isPlannedToo) {
    throw new UnreadableState(
      "it is a plan with no state before it: nothing of it exists yet; give the state itself, or what `terraform show -json` prints without a plan",
    );
  }
  const shown = recordOf(state.prior_state ?? state, "prior_state");
  const kept = shown.values === undefined ? [] : ofValues(shown.values, "values");
  const known = new Set(kept.map(({ address }) => address));
  return [...kept, ...planned.filter(({ address }) => !known.has(address))];
}

const ofValues = (values: unknown, where: string): Kept[] =>
  ofModule(recordOf(recordOf(values, where).root_module, `${where}.root_module`));

function plannedIn({ planned_values: values, resource_changes: changes }: Json): Kept[] {
  const { root_module: root } = recordOf(values ?? {}, "planned_values");
  const planned = root === undefined ? [] : ofValues(values, "planned_values");
  const changed = listOf(changes, "resource_changes").map((each) =>
    ofShown({ values: {}, ...recordOf(each, "a resource change") }),
  );
  const known = new Set(planned.map(({ address }) => address));
  return [...planned, ...changed.filter(({ address }) => !known.has(address))];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableState(`it is not JSON: ${(cause as Error).message}`);
  }
}

function recordOf(value: unknown, where: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new UnreadableState(`${where} is no object`);
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new UnreadableState(`${where} is no list`);
}

function textOf(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  throw new UnreadableState(`${where} is no text`);
}

const withoutKeys = (address: string): string => address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");

/** Returns the instances of a resource in a state file, without those to be destroyed (`deposed`). */
function ofFile(value: unknown, where: string): Kept[] {
  const { module, mode, type, name, instances } = recordOf(value, where);
  const own = `${mode === "data" ? "data." : ""}${textOf(type, `${where}.type`)}`;
  const base = `${module === undefined ? "" : `${textOf(module, `${where}.module`)}.`}${own}.${textOf(name, `${where}.name`)}`;
  return listOf(instances, `${where}.instances`).flatMap((each, index) => {
    const here = `${where}.instances[${index}]`;
    const { index_key: key, attributes, deposed } = recordOf(each, here);
    if (deposed !== undefined) return [];
    const address = key === undefined ? base : `${base}[${JSON.stringify(key)}]`;
    return {
      address,
      block: withoutKeys(base),
      type: own,
      attributes: recordOf(attributes, `${here}.attributes`),
    };
  });
}

function ofShown(value: unknown): Kept {
  const { address: given, mode, type, values } = recordOf(value, "a resource");
  const address = textOf(given, "the address of a resource");
  return {
    address,
    block: withoutKeys(address),
    type: `${mode === "data" ? "data." : ""}${textOf(type, `the type of ${address}`)}`,
    attributes: recordOf(values, `values of ${address}`),
  };
}

/** Returns the resources of a module in `terraform show -json`, and of the modules that it calls. */
function ofModule(module: Json): Kept[] {
  const own = listOf(module.resources, "resources").map(ofShown);
  const called = listOf(module.child_modules, "child_modules").flatMap((each) =>
    ofModule(recordOf(each, "a module")),
  );
  return [...own, ...called];
}
