// Requests that the official document gives as examples are taken as they are. They are not ours to pass on: a clone of the Atlas CLI
// has a document with them.
import { ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { type OperationId, operations } from "../../src/atlas/index.ts";
import { compose } from "../support/nested.ts";
import { startScene } from "../tables/scene.ts";

interface Example {
  readonly id: OperationId;
  readonly name: string;
  readonly version: string;
  readonly body: object;
}

interface Published {
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly examples?: Readonly<Record<string, { readonly value: object }>> }>
    >;
  };
}

const { ANTEROOM_CLI: cli } = process.env;
const file = cli && join(cli, "tools/internal/specs/spec.yaml");
const skip = !file
  ? "SKIPPED: name a clone of mongodb/mongodb-atlas-cli in ANTEROOM_CLI"
  : !existsSync(file) && `SKIPPED: there is no ${file}`;

/** Reads the examples of the operations that are here. */
function readExamples(path: string): Example[] {
  const { paths } = parse(readFileSync(path, "utf8")) as { paths: Record<string, Record<string, Published>> };
  const published = Object.values(paths).flatMap((methods) => Object.values(methods));
  return published.flatMap(({ operationId, requestBody }) =>
    operationId in operations
      ? Object.entries(requestBody?.content ?? {}).flatMap(([version, { examples = {} }]) =>
          Object.entries(examples).map(([name, { value }]) => ({
            id: operationId as OperationId,
            name,
            version,
            body: value,
          })),
        )
      : [],
  );
}

test("examples of the official document", { skip }, async (t) => {
  const examples = readExamples(file ?? "");
  ok(examples.length >= 8, `${examples.length} examples`);
  const { world, calls } = await startScene(t);
  for (const { id, name, version, body } of examples) {
    await t.test(`${id} ${version}: ${name}`, async () => {
      const reply = await world.askAs("own", {
        ...compose(id, { ...calls[id], body }),
        headers: { accept: version },
      });
      ok(reply.status < 300, reply.text);
      await world.rewind();
    });
  }
});
