// Converts the arguments of mongodbatlas_cluster to the replication_specs of mongodbatlas_advanced_cluster, which has the size,
// the provider and the automatic scaling in each region.
import type { Block } from "../../code/terraform/blocks.ts";
import type { Kept } from "../../code/terraform/state.ts";
import { quoteHcl } from "../../code/write-terraform.ts";
import type { Conversion } from "./blocks.ts";
import { type Entries, indented, listOf, object } from "./edits.ts";

const scaling: Readonly<Record<string, string>> = {
  auto_scaling_disk_gb_enabled: "disk_gb_enabled",
  auto_scaling_compute_enabled: "compute_enabled",
  auto_scaling_compute_scale_down_enabled: "compute_scale_down_enabled",
  provider_auto_scaling_compute_min_instance_size: "compute_min_instance_size",
  provider_auto_scaling_compute_max_instance_size: "compute_max_instance_size",
};

const sizes: Readonly<Record<string, string>> = {
  provider_instance_size_name: "instance_size",
  disk_size_gb: "disk_size_gb",
  provider_disk_iops: "disk_iops",
  provider_volume_type: "ebs_volume_type",
};

/** Converts a cluster; `kept` are its instances in the state. */
export function convertCluster(from: Conversion, kept: readonly Kept[]): void {
  const cluster = new Cluster(from, kept);
  cluster.convert();
}

/** A spec of the older resource, in a state. */
interface Spec {
  readonly id: string;
  readonly zone_name?: string;
  readonly regions_config?: readonly { readonly electable_nodes?: number }[];
}

const concat = (lists: readonly string[]): string =>
  `concat(\n${lists.map((each) => `  ${indented(each)},\n`).join("")})`;

class Cluster {
  readonly #from: Conversion;
  readonly #kept: readonly Kept[];
  readonly #provider: Entries;
  readonly #sizes: Entries;
  readonly #scaling: Entries;
  readonly #isTenant: boolean;
  readonly #isReplicaSet: boolean;
  /** The number of regions of each part, if the configuration itself has them. */
  #regions: readonly number[] | undefined = [1];

  constructor(from: Conversion, kept: readonly Kept[]) {
    this.#from = from;
    this.#kept = kept;
    const take = (names: Readonly<Record<string, string>>): Entries =>
      Object.entries(names).map(([old, name]) => [name, from.take(old)]);
    this.#isTenant =
      from.value("provider_name") === '"TENANT"' ||
      kept.some(({ attributes }) => attributes.provider_name === "TENANT");
    const type = from.value("cluster_type");
    this.#isReplicaSet = type === '"REPLICASET"' || (type === undefined && this.#type === "REPLICASET");
    this.#provider = take({ provider_name: "provider_name", backing_provider_name: "backing_provider_name" });
    this.#sizes = take(sizes);
    this.#scaling = take(scaling);
  }

  get #type(): string {
    const [type] = this.#kept.map(({ attributes }) => attributes.cluster_type);
    return typeof type === "string" && type !== "" ? type : "REPLICASET";
  }

  convert(): void {
    const from = this.#from;
    for (const name of ["tags", "labels"]) from.toMap(name, this.#kept);
    for (const name of ["advanced_configuration", "bi_connector_config", "pinned_fcv", "timeouts"]) {
      from.toObject(name);
    }
    if (!from.has("cluster_type")) from.add("cluster_type", quoteHcl(this.#type));
    if (from.has("cloud_backup") && from.has("backup_enabled")) from.take("backup_enabled");
    const blocks = from.blocks("replication_specs");
    const [shards, factor, region] = ["num_shards", "replication_factor", "provider_region_name"].map(
      (name) => from.take(name),
    );
    if (blocks.length > 0) from.replace(blocks, `replication_specs = ${this.#all(blocks)}`);
    else {
      const only = this.#region({ region_name: region, priority: "7", electable_nodes: factor ?? "3" });
      const spec = object([["region_configs", listOf([only])]]);
      from.add("replication_specs", this.#joined([this.#sharded(spec, shards)]));
    }
    this.#ignored();
  }

  /** Returns the list of specs: one for each shard. */
  #all(blocks: readonly Block[]): string {
    const from = this.#from;
    const [isPlain, counts]: [boolean, number[]] = [blocks.every(({ words }) => words[0] !== "dynamic"), []];
    const items = this.#inOrder(blocks).map((block) => {
      if (block.words[0] !== "dynamic") {
        const { text, count } = this.#spec(block);
        counts.push(count ?? 0);
        return this.#sharded(text, from.value("num_shards", block));
      }
      const { content, loop } = from.loopOf(block);
      const { text, isLoop } = this.#sharded(this.#spec(content).text, from.value("num_shards", content));
      const inside = `[${loop(text)}]`;
      return { text: isLoop ? `flatten(${inside})` : inside, isLoop: true };
    });
    this.#regions =
      isPlain && items.every(({ isLoop }) => !isLoop) && !counts.includes(0) ? counts : undefined;
    return this.#joined(items);
  }

  /**
   * Sorts the specs as the cluster has them, which is the order of their ids: the older resource had a set, the newer one has
   * a list.
   */
  #inOrder(blocks: readonly Block[]): readonly Block[] {
    const specs = this.#specs;
    if (specs.length < 2) return blocks;
    const zones = specs
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ zone_name: name }) => quoteHcl(name ?? ""));
    const rank = (block: Block) => zones.indexOf(this.#from.value("zone_name", block) ?? "");
    if (this.#kept.length === 1 && blocks.every((block) => rank(block) >= 0)) {
      return blocks.toSorted((a, b) => rank(a) - rank(b));
    }
    this.#from.remarks.push("replication_specs must have the order of the cluster: compare it in the plan.");
    return blocks;
  }

  #joined(items: readonly { readonly text: string; readonly isLoop: boolean }[]): string {
    const [first] = items;
    if (items.every(({ isLoop }) => !isLoop)) return listOf(items.map(({ text }) => text));
    if (items.length === 1) return first?.text ?? "[]";
    return concat(items.map(({ text, isLoop }) => (isLoop ? text : `[${text}]`)));
  }

  #sharded(spec: string, shards: string | undefined) {
    if (shards === undefined || shards === "1" || this.#isReplicaSet) return { text: spec, isLoop: false };
    return { text: `[for shard in range(${shards}) : ${spec}]`, isLoop: true };
  }

  /** Returns a spec, and the number of its regions if no `dynamic` block makes some. */
  #spec(block: Block): { readonly text: string; readonly count: number | undefined } {
    const from = this.#from;
    const blocks = from.blocks("regions_config", block);
    const plain = blocks.filter(({ words }) => words[0] !== "dynamic");
    const priority = (each: Block) => Number(from.value("priority", each) ?? 7);
    // The newer resource has a list, in the order of the priorities.
    const sorted = plain.some((each) => Number.isNaN(priority(each)))
      ? plain
      : plain.toSorted((a, b) => priority(b) - priority(a));
    const lists = [
      ...(plain.length > 0 ? [listOf(sorted.map((each) => this.#region(this.#valuesOf(each))))] : []),
      ...blocks.filter((each) => !plain.includes(each)).map((each) => this.#regionsOf(each)),
    ];
    const configs = lists.length === 1 ? lists[0] : concat(lists);
    const text = object([
      ["zone_name", from.value("zone_name", block)],
      ["region_configs", configs],
    ]);
    return { text, count: lists.length === 1 && plain.length > 0 ? plain.length : undefined };
  }

  #valuesOf = (block: Block) =>
    Object.fromEntries(block.arguments.map(({ name }) => [name, this.#from.value(name, block)]));

  #regionsOf(dynamic: Block): string {
    const { content, loop } = this.#from.loopOf(dynamic);
    const values = this.#valuesOf(content);
    const region = this.#region(values);
    if (!this.#hasSeveralRegions || values.priority === undefined) return `[${loop(region)}]`;
    return `flatten([for priority in range(7, -1, -1) : [${loop(`${region} if ${values.priority} == priority`)}]])`;
  }

  get #specs(): readonly Spec[] {
    return this.#kept.flatMap(({ attributes }) => (attributes.replication_specs ?? []) as Spec[]);
  }

  /** True unless the state shows that each spec has one region, which needs no order. */
  get #hasSeveralRegions(): boolean {
    const specs = this.#specs;
    return specs.length === 0 || specs.some(({ regions_config: regions = [] }) => regions.length > 1);
  }

  #region(values: Readonly<Record<string, string | undefined>>): string {
    const { region_name: name, priority = "7", electable_nodes, read_only_nodes, analytics_nodes } = values;
    const specs = (count: string | undefined, isSure: boolean): string | undefined => {
      if (count === undefined || count === "0") return undefined;
      const nodes = object([...this.#sizes, ["node_count", this.#isTenant ? undefined : count]]);
      return isSure || /^\d+$/.test(count) ? nodes : `coalesce(${count}, 0) == 0 ? null : ${nodes}`;
    };
    const auto = this.#scaling.some(([, value]) => value !== undefined) ? object(this.#scaling) : undefined;
    return object([
      ...this.#provider,
      ["region_name", name],
      ["priority", priority],
      ["electable_specs", specs(electable_nodes, !this.#hasReadOnlyRegions)],
      ["read_only_specs", specs(read_only_nodes, false)],
      ["analytics_specs", specs(analytics_nodes, false)],
      ["auto_scaling", auto],
    ]);
  }

  get #hasReadOnlyRegions(): boolean {
    return this.#specs.some(({ regions_config: regions = [] }) =>
      regions.some(({ electable_nodes: count }) => !count),
    );
  }

  /** Renames what `ignore_changes` names. */
  #ignored(): void {
    const from = this.#from;
    for (const lifecycle of from.blocks("lifecycle")) {
      const ignored = lifecycle.arguments.find(({ name }) => name === "ignore_changes");
      if (ignored === undefined) continue;
      const value = from.text.slice(ignored.from, ignored.end);
      const all = [...value.matchAll(/[a-z_]\w*(?:[.[][\w.[\]]*)?/g)].flatMap(([name]) =>
        this.#ignoredAs(name),
      );
      if (value === "all") continue;
      from.edits.push({
        start: ignored.from,
        end: ignored.end,
        text: indented(listOf([...new Set(all)]), "    "),
      });
    }
  }

  #ignoredAs(name: string): string[] {
    const inside =
      name in sizes
        ? `electable_specs.${sizes[name]}`
        : name in scaling
          ? `auto_scaling.${scaling[name]}`
          : undefined;
    if (inside === undefined) {
      if (/^(?:num_shards|replication_factor|provider_(?:name|region_name))$/.test(name)) {
        return ["replication_specs"];
      }
      const renamed = this.#from.row.arguments?.[name];
      return renamed === null
        ? []
        : [renamed ?? name.replace(/^(advanced_configuration|bi_connector_config)\[0\]/, "$1")];
    }
    if (this.#regions === undefined) {
      this.#from.remarks.push(
        `ignore_changes of ${name} is now of all replication_specs, because dynamic blocks make them.`,
      );
      return ["replication_specs"];
    }
    return this.#regions.flatMap((count, spec) =>
      Array.from(
        { length: count },
        (_, region) => `replication_specs[${spec}].region_configs[${region}].${inside}`,
      ),
    );
  }
}
