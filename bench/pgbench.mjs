// What PostgreSQL itself does with the statements of a change, asked by pgbench, which comes with it and does nothing else.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { programs } from "../scripts/postgres-server.mjs";

/** @typedef {import("./wire.mjs").Sent} Sent */

/** An id that no event has yet. */
const newId = "substr(md5(random()::text || clock_timestamp()::text), 1, 24)";

/** A statement with its values in it, as pgbench reads it. @param {Sent} sent */
function writeOut({ sql, values }) {
  const isEvent = sql.startsWith('insert into "events"');
  const text = sql.replace(/\$(\d+)/g, (_, number) => {
    const value = values[Number(number) - 1] ?? null;
    if (isEvent && number === "1") return newId;
    return value === null ? "null" : `'${value.replaceAll("'", "''")}'`;
  });
  return `${text.replaceAll("\n", " ")};`;
}

/**
 * Changes a second that as many connections make with the statements of some changes, each change drawn anew.
 * @param {string} url @param {Sent[][]} changes @param {{ connections: number, seconds: number, tmp: string }} plan
 */
export async function measureStatements(url, changes, { connections, seconds, tmp }) {
  const files = await Promise.all(
    changes.map(async (statements, index) => {
      const file = join(tmp, `change-${index}.sql`);
      await writeFile(file, `${statements.map(writeOut).join("\n")}\n`);
      return file;
    }),
  );
  const asked = ["-n", "-M", "prepared", "-c", String(connections), "-j", "1", "-T", String(seconds)];
  const { stdout } = await promisify(execFile)(join(programs, "pgbench"), [
    ...asked,
    ...files.flatMap((file) => ["-f", file]),
    url,
  ]);
  const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
  if (rate === undefined || !/failed transactions: 0 /.test(stdout)) throw new Error(`pgbench: ${stdout}`);
  return Number(rate);
}
