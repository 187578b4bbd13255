// The image, as far as a Dockerfile can be judged by reading it, and its healthcheck. `npm run check:image` follows its steps.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { validate } from "dockerfile-utils";
import { readDockerfile, readIgnore, stepsOf, variablesOf } from "../scripts/dockerfile.mjs";
import { root, run } from "./support/command.ts";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const text = read("Dockerfile");
const [build, image, ...others] = readDockerfile(text);
ok(build && image);
const { takes } = readIgnore(read(".dockerignore"));

test("the Dockerfile", async (t) => {
  await t.test("is one that its linter has nothing to say about", () => deepEqual(validate(text), []));

  await t.test("has a stage that builds, and one that is kept", () => deepEqual(others, []));

  await t.test("names versions and digests of what it is made from", () => {
    for (const { image: from } of [build, image]) {
      match(from, /\d/);
      match(from, /:(?!latest)[\w.-]+@sha256:[0-9a-f]{64}$/);
    }
  });

  await t.test("installs what the lock file says, and runs nobody's scripts", () => {
    const runs = stepsOf(build, "RUN").map(({ text }) => text);
    ok(runs.some((line) => /^npm ci .*--ignore-scripts/.test(line)));
    ok(!runs.some((line) => /npm (i|install)\b|curl|wget|apt/.test(line)));
    const first = stepsOf(build, "COPY")[0]?.words ?? [];
    ok(first.includes("package-lock.json"), "so that a change of the source does not install anew");
  });

  await t.test("copies what is there and what .dockerignore lets through", () => {
    for (const { words } of stepsOf(build, "COPY")) {
      for (const from of words.slice(0, -1)) {
        ok(existsSync(join(root, from)), from);
        ok(takes(from), `.dockerignore keeps ${from} from the engine`);
      }
    }
  });

  await t.test("takes nothing from the context into the image past the build", () => {
    for (const { flags } of stepsOf(image, "COPY")) equal(flags.from, build.name);
    deepEqual(stepsOf(image, "RUN"), [], "there is no shell in it");
  });

  await t.test("runs as a user that is not root, and can be told so by its number", () => {
    const [user] = stepsOf(image, "USER").map((step) => step.text);
    match(user ?? "", /^[1-9]\d*:[1-9]\d*$/);
    const data = stepsOf(image, "COPY").find(
      ({ words }) => words.at(-1) === variablesOf(image).ANTEROOM_DATA,
    );
    equal(data?.flags.chown, user, "the volume is theirs");
    equal(stepsOf(image, "VOLUME")[0]?.text, variablesOf(image).ANTEROOM_DATA);
  });

  await t.test("starts the program itself, so that it gets the signals", () => {
    for (const keyword of ["ENTRYPOINT", "CMD", "HEALTHCHECK"]) {
      const [step, ...more] = stepsOf(image, keyword);
      match(step?.text ?? "", /\[.*\]$/, `${keyword} is a list, which needs no shell`);
      deepEqual(more, []);
    }
    deepEqual(stepsOf(image, "ENTRYPOINT")[0]?.words, ["node", "/opt/anteroom/dist/main.js"]);
    deepEqual(stepsOf(image, "CMD")[0]?.words, ["dev"]);
    equal(stepsOf(image, "EXPOSE")[0]?.text, "8080");
  });

  await t.test("is labelled with the repository and the licence of package.json", () => {
    const { license, repository } = JSON.parse(read("package.json"));
    const labels = stepsOf(image, "LABEL")
      .map((step) => step.text)
      .join(" ");
    const address = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
    ok(labels.includes(`org.opencontainers.image.source="${address}"`));
    ok(labels.includes(`org.opencontainers.image.licenses="${license}"`));
  });
});

test(".dockerignore keeps everything from the engine but what is built from", () => {
  const kept = [
    ".env",
    ".git/config",
    "data/credentials.json",
    "node_modules/pg/package.json",
    "secret",
    "README.md",
  ];
  for (const path of [...kept, "src/core/http/respond.test.ts"]) equal(takes(path), false, path);
  for (const path of ["src/start/main.ts", "package-lock.json", "scripts/build.mjs"]) {
    equal(takes(path), true, path);
  }
});

test("the healthcheck", async (t) => {
  const ask = (env: Record<string, string>) =>
    run(process.execPath, [join(root, "scripts/container/healthy.mjs")], { env });
  const folder = createFolder(t);
  const token = { ANTEROOM_CONTROL_TOKEN: "0123456789abcdef" };

  for (const [what, args, env] of [
    ["on all addresses", ["--host", "0.0.0.0"], { ANTEROOM_HOST: "0.0.0.0" }],
    ["on one address", [], {}],
    ["with TLS", ["--tls"], { ANTEROOM_TLS: "yes" }],
  ] as const) {
    await t.test(`0 where a server listens ${what}, 1 once it has ended`, async (t) => {
      const server = await startProcess(
        t,
        ["dev", "--port", "0", "--data", join(folder, what), ...args],
        token,
      );
      const asked = { ...env, ANTEROOM_PORT: new URL(server.url).port };
      deepEqual(await ask(asked), { code: 0, stdout: "", stderr: "" });
      await server.stop();
      const { code, stderr } = await ask(asked);
      equal(code, 1);
      match(stderr, /^not healthy: /);
    });
  }
});
