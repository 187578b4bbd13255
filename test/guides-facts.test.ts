// Operations, commands, versions and dates in the guides are true.
import { deepEqual, match, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { endings } from "../src/atlas/endings.ts";
import { operations } from "../src/atlas/index.ts";
import { version1 } from "../src/atlas/version-1.ts";
import { createApiProgram } from "../src/cli/api.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { endingTypes } from "../src/july/report/terraform-endings.ts";
import { root } from "./support/command.ts";
import { readDocuments } from "./support/documents.ts";

const folder = "docs/guides/";
const guides = (await readDocuments()).filter(({ path }) => path.startsWith(folder));
const textOf = (name: string): string => guides.find(({ path }) => path === folder + name)?.text ?? "";
const table = Object.values<Operation>(operations);

test("every operation in its table of what breaks ends on 2027-07-01", () => {
  const ending = endings.filter(({ sunset }) => sunset === "2027-07-01");
  const section = textOf("july-2027.md")
    .split("\n## ")
    .find((each) => each.startsWith("What breaks"));
  const rows = [...(section ?? "").matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|$/gm)];
  const named = rows.flatMap(([, , calls = ""]) => {
    const version = /in version (\S+)/.exec(calls)?.[1];
    return [...calls.matchAll(/`(\w+)`/g)].map(([, id]) => ({ id, version }));
  });
  const ofApi = named.filter(({ id = "" }) => id in operations);
  ok(ofApi.length >= 15, "the table was not found, or has lost its operations");
  for (const { id, version } of ofApi) {
    const met = ending.some(
      (each) => each.operation.id === id && (version === undefined ? !each.goesOn : each.version === version),
    );
    ok(met, `${id} ${version ?? ""} does not end on 2027-07-01`);
  }
});

test("its table names every type of Terraform that ends", () => {
  const rows = textOf("july-2027.md")
    .split("\n")
    .filter((line) => line.startsWith("| Terraform: "));
  const named = rows.flatMap((row) => {
    const [first = ""] = row.slice(2).split(" | ");
    const [, name = ""] = /`(\w+)`/.exec(first) ?? [];
    return [
      ...(/resource/.test(first) ? [name] : []),
      ...(/data source/.test(first) ? [`data.${name}`] : []),
    ];
  });
  deepEqual(named.sort(), endingTypes.toSorted());
});

/** A path with every id and variable as `{}`. */
const shapeOf = (path: string): string =>
  path
    .replace(/\$\{[^}]*\}|\{[^}]*\}|\$\w+|\b[0-9a-f]{24}\b/g, "{}")
    .replace(/[?].*$/, "")
    .replace(/\/$/, "");

test("every path of the API in a guide is that of an operation", () => {
  const known = new Set([
    ...[...table, ...version1].map(({ path }) => shapeOf(path)),
    "/api/oauth/token",
    "/api/oauth/revoke",
    "/api/openapi.json",
  ]);
  for (const { path, text } of guides) {
    for (const [found] of text.matchAll(/(?<![\w.])\/api\/(?:\$?\{[^}]*\}|[\w/$:.-])+/g)) {
      if (!/^\/api\/atlas\/(v2|v1\.[05])$/.test(found)) {
        ok(known.has(shapeOf(found)), `${path} names ${found}`);
      }
    }
  }
});

test("every `atlas api` and `anteroom api` command in a guide has this name and these flags", () => {
  const program = createApiProgram({});
  let seen = 0;
  for (const { path, text } of guides) {
    for (const [, tag, name, rest = ""] of text.matchAll(/\b(?:atlas|anteroom) api (\w+) (\w+)([^\n`]*)/g)) {
      seen++;
      const ofTag = program.commands.find((each) => each.name() === tag);
      const command = ofTag?.commands.find((each) => [each.name(), ...each.aliases()].includes(name ?? ""));
      ok(command, `${path} names ${tag} ${name}`);
      const flags = command.options.flatMap(({ short, long }) => [short, long]);
      for (const [flag] of rest.matchAll(/(?<=\s)--\w[\w-]*/g)) {
        ok(flags.includes(flag), `${path}: ${flag}`);
      }
    }
  }
  ok(seen >= 3);
});

test("the clients that tests run are named with the versions that are installed", async () => {
  const { packages } = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  const atlasApiClient = packages["node_modules/mongodb-atlas-api-client"].version;
  const pinned = await readFile(join(root, "test/clients/python/requirements.txt"), "utf8");
  const [, httpx] = /^httpx==(.+)$/m.exec(pinned) ?? [];
  const [, requests] = /^requests==(.+)$/m.exec(pinned) ?? [];
  ok(textOf("clients.md").includes(`\`requests\` ${requests} and \`httpx\` ${httpx}`));
  ok(textOf("README.md").includes(`| \`requests\`, \`httpx\` | ${requests}, ${httpx},`));
  ok(textOf("README.md").includes(`| \`mongodb-atlas-api-client\` | ${atlasApiClient} |`));
  const mcp = JSON.parse(await readFile(join(root, "test/clients/mcp/package.json"), "utf8"));
  const mcpServer = mcp.dependencies["mongodb-mcp-server"];
  ok(textOf("README.md").includes(`| \`mongodb-mcp-server\` | ${mcpServer},`));
  for (const named of [
    `"mongodb-mcp-server@${mcpServer}"`,
    `\`mongodb-mcp-server\` ${mcpServer} over stdio`,
  ]) {
    ok(textOf("mcp-server.md").includes(named), named);
  }
  match(
    textOf("node.md").replace(/\s+/g, " "),
    new RegExp(`\`mongodb-atlas-api-client\` ${atlasApiClient}\\.`),
  );
});

test("the generators that tests run are named with the versions that are installed", async () => {
  const read = (path: string) => readFile(join(root, path), "utf8");
  const { dependencies } = JSON.parse(await read("test/clients/openapi-typescript/package.json"));
  const [, validator] =
    /^openapi-spec-validator==(.+)$/m.exec(await read("test/clients/python/requirements.txt")) ?? [];
  const module = await read("test/clients/oapi-codegen/go.mod");
  const [, runtime] = /oapi-codegen\/runtime v(\S+)/.exec(module) ?? [];
  const [, codegen] = /oapi-codegen\/v2 v(\S+)/.exec(module) ?? [];
  const [, generator] =
    /openapi-generator-cli:([\d.]+)/.exec(await read("scripts/install-clients.mjs")) ?? [];
  const { typescript, "openapi-typescript": types, "openapi-fetch": openapiFetch } = dependencies;
  for (const row of [
    `| openapi-generator | ${generator} |`,
    `| openapi-typescript, openapi-fetch, TypeScript | ${types}, ${openapiFetch}, ${typescript} |`,
    `| oapi-codegen, its runtime | ${codegen}, ${runtime} |`,
    `| openapi-spec-validator, which finds nothing | ${validator} |`,
  ]) {
    ok(textOf("clients.md").includes(row), row);
  }
  ok(textOf("README.md").includes(`| ${generator}, ${types}, ${codegen}, if `));
});

test("the list names every guide; guides with commands that tests cannot run say what was run", () => {
  for (const { path, text, blocks } of guides) {
    const name = path.slice(folder.length);
    if (name !== "README.md") {
      ok(textOf("README.md").includes(`](${name})`), `${name} is not in the list`);
    }
    const isRunByHand = blocks.some(
      (block) => block.language === "go" || /^(atlas|terraform) /m.test(block.text),
    );
    const [, ran = ""] = text.split("\n## What was run\n");
    if (isRunByHand) for (const said of [/\d+\.\d+\.\d+/, /(November|December) 2026/]) match(ran, said, name);
  }
});
