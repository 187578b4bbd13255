// The command that `anteroom dev` prints does what it says when it is pasted, and SIGTERM ends the server cleanly.
import { deepEqual, equal, match } from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { mainArguments, plainEnvironment, root, run } from "../support/command.ts";

const skip =
  spawnSync("curl", ["--version"]).error === undefined ? false : "SKIPPED: install curl to run this";

test("the printed curl changes the invitation; SIGTERM exits 0", { skip, timeout: 60_000 }, async (t) => {
  const server = spawn(process.execPath, [...mainArguments, "dev", "--memory", "--port", "0"], {
    cwd: root,
    env: plainEnvironment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => server.kill("SIGKILL"));
  const gone = once(server, "exit");
  const printed = await new Promise<string>((resolve, reject) => {
    let text = "";
    server.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("Ctrl-C ends.")) resolve(text);
    });
    server.on("exit", (code) => reject(new Error(`dev ended with ${code} after: ${text}`)));
  });
  match(printed, /^anteroom ready http:\/\/127\.0\.0\.1:\d+$/m);

  const command = /^curl [\s\S]+?'$/m.exec(printed)?.[0] ?? "";
  match(command, /-X PATCH "http:\/\/127\.0\.0\.1:\d+\/api\/atlas\/v2\/groups\/[0-9a-f]{24}\/invites"/);
  for (let paste = 0; paste < 2; paste++) {
    const { code, stdout } = await run("sh", ["-c", command]);
    equal(code, 0);
    const statuses = [...stdout.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
    deepEqual(statuses, ["401", "200"]);
    const { roles, username } = JSON.parse(stdout.slice(stdout.lastIndexOf("\r\n\r\n")));
    deepEqual(
      { roles, username },
      { roles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"], username: "hello@example.com" },
    );
  }

  server.kill("SIGTERM");
  deepEqual(await gone, [0, null]);
});
