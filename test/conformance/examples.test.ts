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

type World = Awaited<ReturnType<typeof startScene>>["world"];

/** Makes the access that a bucket is reached by, and names it in the place of that of the example. */
async function withAccess(world: World, id: OperationId, body: object): Promise<object> {
  if (id !== "createGroupBackupExportBucket") return body;
  const { cloudProvider: providerName } = body as { readonly cloudProvider: "AWS" | "AZURE" | "GCP" };
  const { groupId, authorizedRoleId } = world.things.own;
  if (providerName === "AWS") return { ...body, iamRoleId: authorizedRoleId };
  const uuid = "9f2deb0d-be22-4524-a403-df531868bac0";
  const ofAzure = { atlasAzureAppId: uuid, servicePrincipalId: uuid, tenantId: uuid };
  const access = { providerName, ...(providerName === "AZURE" && ofAzure) };
  const made = await world.askAs("own", {
    ...compose("createGroupCloudProviderAccess", { params: { groupId }, body: access }),
  });
  return { ...body, roleId: made.json.roleId ?? made.json._id };
}

test("examples of the official document", { skip }, async (t) => {
  const examples = readExamples(file ?? "");
  ok(examples.length >= 8, `${examples.length} examples`);
  const { world, calls } = await startScene(t);
  for (const { id, name, version, body } of examples) {
    await t.test(`${id} ${version}: ${name}`, async () => {
      for (const [before, call] of calls[id].before ?? []) await world.askAs("own", compose(before, call));
      const sent = await withAccess(world, id, body);
      const reply = await world.askAs("own", {
        ...compose(id, { ...calls[id], body: sent }),
        headers: { accept: version },
      });
      ok(reply.status < 300, reply.text);
      await world.rewind();
    });
  }
});
