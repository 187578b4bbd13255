// Facts about a store itself, such as that its credentials are those of the demonstration.
import { many, one, posts, type Unit } from "./facet.ts";
import { type Builder, insertion } from "./query.ts";

/** The prefix of a deployment's name, whose value is the organization that it belongs to. */
const deploymentOf = "deployment-of ";

type Key =
  | ("audit-key" | "audit-looked" | "demo" | "gate" | "probed-at" | "seal" | "world")
  | `audit-sent-${string}`
  | `${typeof deploymentOf}${string}`;
const insert = (db: Builder, key: Key, value: string) => db.insertInto("meta").values({ key, value });
const keep = posts(insertion("meta", { ignore: true }));

export const reads = {
  get: one(
    (db, key: Key) => db.selectFrom("meta").select("value").where("key", "=", key),
    (row) => row.value,
  ),

  /** Lists deployments by name, each with the id of the organization that it belongs to. */
  ofDeployments: many(
    (db) => db.selectFrom("meta").select(["key", "value"]).where("key", "like", `${deploymentOf}%`),
    ({ key, value }) => [key.slice(deploymentOf.length), value] as const,
  ),
};

export const writes = {
  /** Returns the existing value of a key, or else sets this one, even if another process sets one meanwhile. */
  async keep(unit: Unit, key: Key, value: string): Promise<string> {
    keep(unit, { key, value });
    return (await reads.get(unit, key)) ?? value;
  },

  set: posts((db, key: Key, value: string) =>
    insert(db, key, value).onConflict((on) => on.column("key").doUpdateSet({ value })),
  ),

  forgetDeployments: posts((db: Builder) => db.deleteFrom("meta").where("key", "like", `${deploymentOf}%`)),
};
