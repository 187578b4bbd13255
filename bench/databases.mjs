// Databases of a PostgreSQL server that last for one measurement.
import pg from "pg";

/** @param {string} url @param {string} sql */
export async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

/** Makes an empty one beside that of the address. @param {string} admin @param {string} name */
export async function createDatabase(admin, name) {
  await ask(admin, `drop database if exists ${name} with (force)`);
  await ask(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(admin, `drop database if exists ${name} with (force)`) };
}
