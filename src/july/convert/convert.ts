// Converts a Terraform configuration: what ends becomes what stays, in the module where it is, from the configuration and its
// state alone. What exists moves into the new resource, or is imported; an older invitation to a project is withdrawn, because
// its successor invites anew, and one to an organization is the pending user itself, which nothing may destroy.
import { type Block, blocksIn } from "../../code/terraform/blocks.ts";
import type { Kept } from "../../code/terraform/state.ts";
import { quoteHcl } from "../../code/write-terraform.ts";
import { isSameAddress } from "../../core/domain/address.ts";
import { endingTypes, endingTypesOf, type Place } from "../report/terraform-endings.ts";
import { Conversion } from "./blocks.ts";
import { convertCluster } from "./cluster.ts";
import { type Edit, edited, object, tidy } from "./edits.ts";
import { type ForeignModule, type Module, modulesOf } from "./modules.ts";
import { type Added, convertOrgInvitation, convertTeam } from "./people.ts";
import { type Row, rewritten, rows, type Target } from "./references.ts";

export interface Versions {
  /** The version of Terraform; undefined if it is not known. */
  readonly terraform?: string | undefined;
  readonly provider?: string | undefined;
  /** The day on which it is applied, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Converted {
  /** The new text of each file that changes, by its path from the root module. */
  readonly files: ReadonlyMap<string, string>;
  readonly remarks: readonly string[];
  /** The addresses of types that end and are still there. */
  readonly left: readonly Place[];
  /** The addresses that the plan may create, and those that it may destroy; no others. */
  readonly creates: readonly string[];
  readonly destroys: readonly string[];
}

/** The file in the root module for what only the root module may have. */
export const importsFile = "anteroom-imports.tf";

/** Converts the files of a configuration by their paths from the root module. Without a state, `kept` is undefined. */
export function convert(
  files: ReadonlyMap<string, string>,
  kept: readonly Kept[] | undefined,
  versions: Versions,
): Converted {
  const converting = new Converting(files, kept, versions);
  return converting.all();
}

/** Compares two versions by their numbers. */
const isBefore = (version: string | undefined, other: string): boolean =>
  version !== undefined && version.localeCompare(other, "en", { numeric: true }) < 0;

const sunsetOf = (type: string): string => endingTypesOf([{ type, count: 1, gone: 0 }])[0]?.sunset ?? "";

const typeOf = ({ words: [kind, type] }: Block): string => (kind === "data" ? `data.${type}` : (type ?? ""));

const braces = (head: string, entries: Parameters<typeof object>[0]): string =>
  tidy(`${head} ${object(entries)}`);

class Converting implements Converted {
  readonly files = new Map<string, string>();
  readonly remarks: string[] = [];
  readonly left: Place[] = [];
  readonly creates: string[] = [];
  readonly destroys: string[] = [];
  readonly #given: ReadonlyMap<string, string>;
  readonly #kept: readonly Kept[];
  readonly #hasState: boolean;
  readonly #versions: Versions;
  readonly #imports: string[] = [];

  constructor(files: ReadonlyMap<string, string>, kept: readonly Kept[] | undefined, versions: Versions) {
    this.#given = files;
    this.#kept = kept ?? [];
    this.#hasState = kept !== undefined;
    this.#versions = versions;
  }

  all(): this {
    const { modules, foreign } = modulesOf(this.#given);
    if (isBefore(this.#versions.provider, "2.0.0")) {
      this.remarks.push(
        `Provider ${this.#versions.provider}: what is written needs 2.0.0 or newer; raise its version first.`,
      );
    }
    for (const module of modules) this.#module(module);
    this.#unseen(modules, foreign);
    if (this.#imports.length > 0) {
      const head =
        "# The objects that exist already, for the plan after the conversion. After its apply this file can go.";
      this.files.set(importsFile, `${[head, ...this.#imports].join("\n\n")}\n`);
    }
    return this;
  }

  #module(module: Module): void {
    const targets = new Map<string, Target>();
    const texts = new Map<string, string>();
    for (const file of module.files) {
      const text = this.#given.get(file) ?? "";
      const edits: Edit[] = [];
      for (const block of blocksIn(text).filter(
        (each) => each.parent === undefined && each.words.length === 3,
      )) {
        const type = typeOf(block);
        if (!endingTypes.includes(type) || !["resource", "data"].includes(block.words[0] ?? "")) continue;
        const made = this.#block(module, file, text, block);
        if (made === undefined) continue;
        edits.push({ start: block.start, end: block.end, text: made.text });
        if (made.target !== undefined) targets.set(`${type}.${block.words[2]}`, made.target);
      }
      texts.set(file, edited(text, edits));
    }
    for (const [file, text] of texts) {
      const { text: done, found } = rewritten(text, targets);
      for (const { line, message } of found) this.remarks.push(`${file}:${line} ${message}`);
      const given = this.#given.get(file) ?? "";
      const lines = given.includes("\r\n") ? done.replace(/\r?\n/g, "\r\n") : done;
      if (lines !== given) this.files.set(file, lines);
    }
  }

  /** Converts a block; undefined if it stays as it is. */
  #block(module: Module, file: string, text: string, block: Block) {
    const type = typeOf(block);
    const own = `${type}.${block.words[2]}`;
    const kept = this.#kept.filter((each) =>
      module.prefixes.some((prefix) => each.block === `${prefix}${own}`),
    );
    const say = (message: string) => void this.remarks.push(`${file}:${block.line} ${own}: ${message}`);
    const stay = (message: string) => {
      say(message);
      const addresses =
        module.prefixes.length === 0 ? [own] : module.prefixes.map((prefix) => `${prefix}${own}`);
      this.left.push(...addresses.map((address) => ({ address, type, file, line: block.line })));
      return undefined;
    };
    if (type === "mongodbatlas_team") {
      stay("only a newer provider reads it after that day.");
      const from = new Conversion(text, block, { to: type });
      const added = convertTeam(from);
      if (added === undefined) return undefined;
      this.#existing(own, kept, added);
      if (!this.#hasState) say("without the state, import its people into the new resource.");
      return { text: [from.finish(), ...added.blocks.map(tidy)].join("\n\n") };
    }
    const row = this.#rowOf(type, module, text, block, kept);
    if (typeof row === "string") return stay(row);
    const from = new Conversion(text, block, row);
    let added: Added | undefined;
    if (type === "mongodbatlas_cluster") {
      if (kept.some(({ attributes }) => /^M[25]$/.test(String(attributes.provider_instance_size_name)))) {
        return stay("it has become a Flex cluster; import it as mongodbatlas_flex_cluster.");
      }
      convertCluster(from, kept);
    } else if (type === "mongodbatlas_org_invitation") added = convertOrgInvitation(from);
    else if (type === "mongodbatlas_serverless_instance") convertServerless(from, kept);
    // The rows of these have no arguments but the one that chooses the people.
    else if (type === "data.mongodbatlas_atlas_users") {
      for (const name of ["team_id", ...(row.to.endsWith("project") ? ["org_id"] : [])]) from.take(name);
    }
    this.#dependsOn(from);
    const to = `${row.to}.${block.words[2]}`;
    const blocks = [
      from.finish(),
      ...(added?.blocks ?? []).map(tidy),
      ...this.#transition(own, to, row, kept, say),
    ];
    for (const remark of from.remarks) say(remark);
    if (added !== undefined) {
      this.#existing(own, kept, added);
      if (!this.#hasState) say("without the state, import its teams into the new resource.");
    }
    return { text: blocks.join("\n\n"), target: { row, to } };
  }

  /** Returns the row for a block, or why it has none. */
  #rowOf(type: string, module: Module, text: string, block: Block, kept: readonly Kept[]): Row | string {
    const row = rows[type];
    if (row === undefined) return "only a newer provider reads it after that day.";
    const value = (name: string) => new Conversion(text, block, row).value(name);
    if (type === "data.mongodbatlas_atlas_user") {
      const org = this.#orgIn(module, kept);
      return org === undefined
        ? "its successor needs org_id, which neither a variable org_id nor the state has."
        : { ...row, add: { org_id: org } };
    }
    if (type !== "data.mongodbatlas_atlas_users") return row;
    const [project, team, org] = ["project_id", "team_id", "org_id"].map(value);
    if (project !== undefined) {
      return {
        ...row,
        to: "data.mongodbatlas_project",
        arguments: { ...row.arguments, project_id: "project_id" },
      };
    }
    if (org === undefined) return "it has neither org_id nor project_id.";
    if (team === undefined) return row;
    if (/(?<![\w.-])(?:each|count)\./.test(team)) return "its team_id differs by instance.";
    const people = `[for user in $.users : user if user.org_membership_status == "ACTIVE" && contains(user.team_ids, ${team})]`;
    return { ...row, attributes: { results: people, total_count: `length(${people})` } };
  }

  /** Returns an expression for the organization: a variable of the module, or what the state has. */
  #orgIn(module: Module, kept: readonly Kept[]): string | undefined {
    const blocks = module.files.flatMap((file) => blocksIn(this.#given.get(file) ?? ""));
    if (blocks.some(({ words }) => words[0] === "variable" && words[1] === "org_id")) return "var.org_id";
    const roles = kept.flatMap(({ attributes }) => (attributes.roles ?? []) as { org_id?: string }[]);
    const ids = [...new Set(roles.flatMap(({ org_id: id }) => (id ? [id] : [])))];
    return ids.length === 1 ? quoteHcl(ids[0] ?? "") : undefined;
  }

  /** Lets a data source wait for what is made anew; it cannot be read before. */
  #dependsOn(from: Conversion): void {
    const { reads = "" } = from.row;
    if (rows[reads]?.way !== "made anew" || from.has("depends_on")) return;
    const own = from.text.slice(from.block.start, from.block.end);
    const [, name] = new RegExp(`(?<![\\w.-])${reads}\\.([\\w-]+)`).exec(own) ?? [];
    if (name !== undefined) from.add("depends_on", `[${reads}.${name}]`);
  }

  /** Returns the blocks that bring what exists into the new resource, and notes what the plan makes and destroys. */
  #transition(
    own: string,
    to: string,
    row: Row,
    kept: readonly Kept[],
    say: (message: string) => void,
  ): string[] {
    if (row.way === undefined) return [];
    const addressOf = (each: Kept) => each.address.replace(own, () => to);
    const removed = `removed {\n  from = ${own}\n\n  lifecycle {\n    destroy = false\n  }\n}`;
    if (row.way === "moved" && !isBefore(this.#versions.terraform, "1.8")) {
      return [
        braces("moved", [
          ["from", own],
          ["to", to],
        ]),
      ];
    }
    if (row.way !== "made anew") {
      if (!this.#hasState) say("without the state, import what exists into the new resource.");
      this.#import(kept.map((each) => [addressOf(each), idOf(each, row.id ?? "")]));
      return [removed];
    }
    const known = kept.filter((each) => this.#isMember(each));
    this.#import(known.map((each) => [addressOf(each), idOf(each, "project_id/username")]));
    this.creates.push(...kept.filter((each) => !known.includes(each)).map(addressOf));
    const type = own.split(".")[0] ?? "";
    if (this.#versions.today >= sunsetOf(type)) return [removed];
    this.destroys.push(...kept.map(({ address }) => address));
    if (type === "mongodbatlas_project_invitation" && this.#hasState && kept.length === 0) {
      say(
        "the state has none: it was accepted, withdrawn or never made. If the person is in the project, import the new resource.",
      );
    }
    return [];
  }

  /** True if a data source of the state shows the invited person in the project. */
  #isMember({ attributes: { project_id: projectId, username } }: Kept): boolean {
    return this.#kept.some(({ type, attributes }) => {
      const isOfProject = type === "data.mongodbatlas_project" && attributes.id === projectId;
      const users = (isOfProject ? (attributes.users ?? []) : []) as { username?: string }[];
      return users.some((each) => isSameAddress(each.username ?? "", String(username)));
    });
  }

  #existing(own: string, kept: readonly Kept[], { address, existing }: Added): void {
    this.#import(
      kept.flatMap((each) => {
        const base = each.address
          .replace(own, () => address)
          .replace(/(?<=\.[\w-]+)\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/, "");
        return existing(each).map(([key, id]) => [`${base}[${JSON.stringify(key)}]`, id] as const);
      }),
    );
  }

  /** Writes import blocks, one for all instances of a resource. */
  #import(all: readonly (readonly [address: string, id: string])[]): void {
    const groups = new Map<string, [string, string][]>();
    for (const [address, id] of all) {
      const [, base = "", key] = /^(.*?)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?$/.exec(address) ?? [];
      const to = base.replace(/(?<![$%])[$%](?=\{)/g, "$&$&");
      if (key !== undefined) groups.set(to, [...(groups.get(to) ?? []), [key, id]]);
      else {
        this.#imports.push(
          braces("import", [
            ["to", to],
            ["id", quoteHcl(id)],
          ]),
        );
      }
    }
    for (const [base, entries] of groups) {
      const isCount = entries.every(([key]) => /^\d+$/.test(key));
      this.#imports.push(
        braces("import", [
          ["for_each", object(entries.map(([key, id]) => [quoteHcl(String(JSON.parse(key))), quoteHcl(id)]))],
          ["to", `${base}[${isCount ? "tonumber(each.key)" : "each.key"}]`],
          ["id", "each.value"],
        ]),
      );
    }
  }

  /** Names what the state has and the files do not. */
  #unseen(modules: readonly Module[], foreign: readonly ForeignModule[]): void {
    const places = new Set(
      modules.flatMap(({ files, prefixes }) =>
        files
          .flatMap((file) => addressesIn(this.#given.get(file) ?? ""))
          .flatMap((own) => prefixes.map((prefix) => `${prefix}${own}`)),
      ),
    );
    for (const { address, block, type } of this.#kept) {
      if (!endingTypes.includes(type) || places.has(block)) continue;
      const from = foreign.find(({ prefix }) => block.startsWith(prefix));
      if (from === undefined) {
        const isData = type.startsWith("data.");
        if (!isData) this.remarks.push(`${address} is in the state alone: the plan destroys it.`);
        continue;
      }
      this.remarks.push(
        `${address} is of the module ${from.source}, which is not of this configuration: take a release of it without ${type}.`,
      );
      this.left.push({ address, type, file: from.file, line: from.line });
    }
  }
}

/** Returns the addresses that a file declares, and those that it says have moved or are to be forgotten. */
const addressesIn = (text: string): string[] =>
  blocksIn(text).flatMap((block) => {
    const from = block.arguments.find(({ name }) => name === "from");
    const isGone = block.words[0] === "moved" || block.words[0] === "removed";
    if (isGone && from !== undefined) return [text.slice(from.from, from.end)];
    return block.words.length === 3 ? [`${typeOf(block)}.${block.words[2]}`] : [];
  });

const idOf = ({ attributes }: Kept, form: string): string =>
  form.replace(/[a-z_]+/g, (name) => String(attributes[name] ?? ""));

function convertServerless(from: Conversion, kept: readonly Kept[]): void {
  from.toMap("tags", kept);
  const settings = ["backing_provider_name", "region_name"].map(
    (name) => [name, from.take(`provider_settings_${name}`)] as const,
  );
  from.take("provider_settings_provider_name");
  from.add("provider_settings", object(settings));
}

export const headOf = ({ creates, destroys, left, remarks }: Converted): string =>
  [
    "Needs Terraform 1.7 or newer, and provider 2.0 or newer. Read the plan before its apply.",
    `It may add ${creates.length}: ${creates.join(", ") || "nothing"}.`,
    `It may destroy ${destroys.length}: ${destroys.join(", ") || "nothing"}.`,
    ...remarks,
    ...(left.length === 0
      ? []
      : [`Still there and ending: ${left.map(({ address }) => address).join(", ")}.`]),
  ]
    .map((line) => `# ${line.replaceAll("\n", " ")}`)
    .join("\n");
