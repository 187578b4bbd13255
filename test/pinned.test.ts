// Tests that workflows and images name what they are made from by its digest, because a tag can be moved to something else.
import { equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { readDockerfile } from "../scripts/dockerfile.mjs";
import { root } from "./support/command.ts";
import { readCompose } from "./support/compose.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");

test("every action of a workflow is named by commit, with its version as a comment, and by one commit in all", () => {
  const lines = readdirSync(join(root, ".github/workflows")).flatMap((name) =>
    [...read(`.github/workflows/${name}`).matchAll(/\buses: +(.*)$/gm)].map(([, used = ""]) => used),
  );
  ok(lines.length > 10);
  const commits = new Map<string, string>();
  for (const used of lines.filter((each) => each !== "./")) {
    match(used, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const [name = ""] = used.split("@");
    equal(commits.get(name) ?? used, used);
    commits.set(name, used);
  }
});

test("the release names the images that its actions would choose: emulator, builder, scanner", () => {
  const { steps } = parse(read(".github/workflows/release.yml")).jobs.image;
  const inputOf = (action: string, name: string): string => {
    const step = steps.find(({ uses = "" }: { uses?: string }) => uses.startsWith(`docker/${action}@`));
    return step?.with?.[name] ?? "";
  };
  for (const [image, prefix] of [
    [inputOf("setup-qemu-action", "image"), "docker.io/tonistiigi/binfmt:"],
    [inputOf("setup-buildx-action", "driver-opts"), "image=moby/buildkit:"],
    [inputOf("build-push-action", "sbom"), "generator=docker/buildkit-syft-scanner:"],
  ] as const) {
    ok(image.startsWith(prefix), image);
    match(image, /:[\w.-]*\w@sha256:[0-9a-f]{64}$/);
  }
});

test("every image that is not ours is named by version and digest", () => {
  const services = Object.values(readCompose({ ANTEROOM_SECRET: "a", POSTGRES_PASSWORD: "b" }).services);
  const images = [
    ...readDockerfile(read("Dockerfile")).map(({ image }) => image),
    ...services.map(({ image }) => image).filter((image) => !/\/anteroom:/.test(image)),
  ];
  equal(images.length, 5);
  for (const image of images) match(image, /:[\w.-]*\w@sha256:[0-9a-f]{64}$/);
});
