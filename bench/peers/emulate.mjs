// The Atlas service of emulate: usage `emulate.mjs FOLDER`. It knows no invitations: projects are read and listed, and who is
// made is a database user, who has roles in a project. What each connection asks is in FOLDER/asks.json once it is ready.
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createEmulator } from "emulate";

const [folder = ".", connections = "32"] = process.argv.slice(2);
const names = Array.from({ length: Number(connections) }, (_, index) => `project ${index}`);

/** Finds a free port: the emulator needs its number and cannot choose one itself. */
const probe = createServer().listen(0, "127.0.0.1");
await new Promise((resolve) => probe.once("listening", resolve));
const { port } = probe.address();
await new Promise((resolve) => probe.close(resolve));
const { url } = await createEmulator({
  service: "mongoatlas",
  port,
  seed: { mongoatlas: { projects: names.map((name) => ({ name })) } },
});
const api = "/api/atlas/v2/groups";
const { results } = await (await fetch(`${url}${api}`)).json();
// Each token has five thousand requests an hour.
const headers = { Accept: "application/json", Authorization: "Bearer {some}" };
const groups = names.map((name) => results.find((group) => group.name === name));
const asks = {
  get: groups.map(({ id }) => ({ method: "GET", path: `${api}/${id}`, headers, expects: id })),
  list: groups.map(({ id }) => ({ method: "GET", path: api, headers, expects: id })),
  post: groups.map(({ id }) => ({
    method: "POST",
    path: `${api}/${id}/databaseUsers`,
    headers,
    bodies: [{ username: "{new}", roles: [{ roleName: "read", databaseName: "admin" }] }],
    expects: '"username"',
  })),
};
writeFileSync(join(folder, "asks.json"), JSON.stringify(asks));
console.log(`emulate ready ${url.replace("localhost", "127.0.0.1")}`);
process.once("SIGTERM", () => process.exit(0));
