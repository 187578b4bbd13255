// Collects the plans of the statements that a store runs.
import type { Connection, Database } from "../../src/core/store/database.ts";
import type { EngineName } from "./engines.ts";

/** Wraps a database so that it puts the plan of each statement that it reads by into `plans`. */
export function explaining(database: Database, engine: EngineName, plans: string[]): Database {
  const explained = (connection: Connection): Connection => ({
    ...connection,
    async rows(statement) {
      const explain = engine === "sqlite" ? "explain query plan" : "explain (costs off)";
      const plan = await connection.rows({ ...statement, sql: `${explain} ${statement.sql}` });
      plans.push(plan.map((row) => Object.values(row as object).at(-1)).join("\n"));
      return connection.rows(statement);
    },
  });
  return { ...database, read: (work) => database.read((connection) => work(explained(connection))) };
}
