// The world that a Terraform state describes, while it is gathered: organizations, projects and what they hold, by their ids.
import { createHash } from "node:crypto";
import type { OperationId } from "../../../client/types.ts";
import { findBlock, snake } from "../../../code/terraform-blocks.ts";
import { foldAddress } from "../../../core/domain/address.ts";
import { kindsOfGroup, kindsOfOrg, namesOfCreation } from "../../seed/kinds.ts";
import { formOf } from "../form.ts";
import { type Attributes, fill } from "./fill.ts";

/** A part of a seed while it is gathered. */
export type Part = Record<string, unknown>;

/** Adds a resource to the world. */
export type Row = (world: GatheredWorld, attributes: Attributes, type: string) => void;

/** The rows of resources by their types, without `mongodbatlas_`. */
export type Rows = Readonly<Record<string, Row>>;

const isId = (text: unknown): text is string => typeof text === "string" && /^[0-9a-f]{24}$/.test(text);

/** Returns an id for a thing whose own the state does not have: the same for the same text. */
export const standInId = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 24);

/** Returns the ids in an id of the provider: names and values, each in base64. */
function idsIn(id: string): (readonly [name: string, value: string])[] {
  const plain = (text = "") => Buffer.from(text, "base64").toString("utf8");
  const parts = id.split("-").map((part) => part.split(":"));
  return parts
    .map(([name, value]) => [plain(name), plain(value)] as const)
    .filter(([, value]) => isId(value));
}

/** Returns the id that Atlas gave a thing; undefined if the state does not have it. */
export function idOf(attributes: Attributes, type: string): string | undefined {
  const { id, project_id, org_id } = attributes;
  // `index_id` is the id of a `search_index`.
  const isOwn = (name: string) => /_id$/.test(name) && `_${type}`.endsWith(`_${name.replace(/_id$/, "")}`);
  const own = Object.entries(attributes).find(([name, value]) => isOwn(name) && isId(value));
  if (own !== undefined) return own[1] as string;
  if (isId(id)) return id === project_id ? undefined : id;
  const inside = idsIn(String(id)).filter(([, value]) => value !== project_id && value !== org_id);
  return inside[0]?.[1];
}

/** Returns the instant at which a thing was made. */
export const creationOf = (attributes: Attributes): unknown =>
  namesOfCreation.map((name) => attributes[snake(name)]).find((value) => typeof value === "string");

type Kinds = Readonly<Record<string, { readonly of: OperationId; readonly isOne?: true }>>;

/** Returns the kinds of seeds by the resource of the operation that creates them. */
function kindsBy(kinds: Kinds) {
  const found = Object.entries(kinds).flatMap(([name, { of, isOne = false }]) => {
    const block = findBlock({ operationId: of, params: {}, query: {} });
    return block === undefined || block.into !== undefined ? [] : [[block.type, { name, isOne }] as const];
  });
  return new Map(found);
}

const kinds = { SeedGroup: kindsBy(kindsOfGroup), SeedOrg: kindsBy(kindsOfOrg) };

/** The id of the organization of a state that names none. */
const unnamed = standInId("organization");

export class GatheredWorld {
  readonly orgs = new Map<unknown, Part>();
  readonly groups = new Map<unknown, Part>();
  /** The organizations of projects, where the state says them. */
  readonly #orgOfGroup = new Map<unknown, unknown>();

  org(id: unknown): Part {
    return memberOf(this.orgs, id);
  }

  group(id: unknown, orgId?: unknown): Part {
    if (orgId !== undefined) this.#orgOfGroup.set(id, orgId);
    return memberOf(this.groups, id);
  }

  /** Returns the organization of a project; the first one if the state does not say it. */
  orgOf(groupId: unknown): Part {
    const id = this.#orgOfGroup.get(groupId);
    return id === undefined ? this.firstOrg() : this.org(id);
  }

  /** Returns the first organization, and begins one where there is none. */
  firstOrg(): Part {
    const [id = unnamed] = this.orgs.keys();
    return this.org(id);
  }

  /** Returns all organizations and projects. */
  scopes(): Part[] {
    return [...this.orgs.values(), ...this.groups.values()];
  }

  /** Adds a resource of a kind that seeds have as the body of an operation; returns false for any other. */
  add(type: string, attributes: Attributes): boolean {
    const where = kinds.SeedGroup.has(type) ? "SeedGroup" : "SeedOrg";
    const kind = kinds[where].get(type);
    if (kind === undefined) return false;
    const scope = where === "SeedGroup" ? this.group(attributes.project_id) : this.org(attributes.org_id);
    const part = read([where, kind.name], attributes, type);
    if (kind.isOne) scope[kind.name] = { ...(scope[kind.name] as Part), ...part };
    else itemsOf(scope, kind.name).push(part);
    return true;
  }
}

function memberOf(map: Map<unknown, Part>, id: unknown): Part {
  const part = map.get(id) ?? { id };
  map.set(id, part);
  return part;
}

/** Reads a thing into the form that seeds have at a path, with its id and the time at which it was made. */
export function read(path: readonly string[], attributes: Attributes, type: string): Part {
  const form = formOf(path);
  const { id: _, ...part } = fill(form, attributes, type);
  const made = given({ id: idOf(attributes, type), createdAt: creationOf(attributes) });
  const own = Object.entries(made).filter(([name]) => form.properties?.[name] !== undefined);
  return { ...Object.fromEntries(own), ...part };
}

/** Returns the members that have a value. */
export const given = (values: Part): Part =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );

/** Returns a list of a part, and begins it where there is none. */
export function itemsOf(part: Part, name: string): Part[] {
  part[name] ??= [];
  return part[name] as Part[];
}

/** Finds the item of a list by a value, and adds one where there is none. Addresses are the same in any case. */
export function itemBy(part: Part, list: string, member: string, value: unknown, more: Part = {}): Part {
  const same = (other: unknown) => foldAddress(String(other)) === foldAddress(String(value));
  const items = itemsOf(part, list);
  const found = items.find((item) => same(item[member]));
  if (found !== undefined) return found;
  const added = { [member]: value, ...more };
  items.push(added);
  return added;
}
