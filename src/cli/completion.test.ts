// Tests what is suggested for the word that is being typed, and that shells accept the scripts.
import { deepEqual, equal, ok } from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { anteroom, mainArguments, run } from "../../test/support/command.ts";
import { createApiProgram } from "./api.ts";
import { complete, completionScripts, shells } from "./commands/shell.ts";

const offered = (words: string) => complete(createApiProgram({}), words.split(" "));

test("tags, commands, flags and values are offered by how they begin", () => {
  deepEqual(offered("te"), ["teams"]);
  deepEqual(offered("teams add"), ["addGroupTeams", "addTeamUsers"]);
  deepEqual(offered("teams getO"), ["getOrgTeam"]);
  deepEqual(offered("teams addOrgTeamU"), ["addOrgTeamUsers"]);
  deepEqual(offered("projects getGroup --pro"), ["--projectId"]);
  deepEqual(offered("projects getGroup --output-"), ["--output-file"]);
  deepEqual(offered("projects getGroup --outputF"), ["--outputFile"]);
  deepEqual(offered("projects getGroup --output "), ["json"]);
  deepEqual(offered("projects getGroup --output-file "), []);
  deepEqual(offered("projects getGroup --output-file x --grou"), ["--groupId"]);
  ok(offered("projects updateGroupInviteById ").includes("--invitationId"));
  deepEqual(offered("projects nosuch"), []);
});

test("the hidden command completes the program itself, and hides", async () => {
  const [commands, flags, api, help] = await Promise.all([
    anteroom(["__complete", "--", "s"]),
    anteroom(["__complete", "--", "dev", "--mem"]),
    anteroom(["__complete", "--", "api", "root", "get"]),
    anteroom(["--help"]),
  ]);
  equal(commands.stdout, "serve\nseed\nsign-in-link\nsnapshot\n");
  equal(flags.stdout, "--memory\n");
  equal(api.stdout, "getSystemStatus\n");
  ok(!help.stdout.includes("__complete"));
});

test("`anteroom completion` prints the script of a shell, and knows no other", async () => {
  for (const shell of shells) {
    deepEqual(await anteroom(["completion", shell]), {
      code: 0,
      stdout: completionScripts[shell],
      stderr: "",
    });
  }
  equal((await anteroom(["completion", "tcsh"])).code, 2);
});

/** The commands with which each shell shows the completions of `anteroom api teams addT`. */
const trials = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own placeholder
  bash: 'COMP_WORDS=(anteroom api teams addT); COMP_CWORD=3; _anteroom; printf "%s\\n" "${COMPREPLY[@]}"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own placeholder
  zsh: "compadd() { shift; print -l ${(P)1} }; words=(anteroom api teams addT); CURRENT=4; _anteroom",
  fish: 'complete -C "anteroom api teams addT"',
} as const;

for (const shell of shells) {
  test(`${shell} completes with its script`, async (t) => {
    const found = await run(shell, ["-c", "true"]).catch(() => undefined);
    if (found === undefined) return t.skip(`there is no ${shell} here`);
    const folder = await mkdtemp(join(tmpdir(), "anteroom-completion-"));
    t.after(() => rm(folder, { recursive: true }));
    const program = join(folder, "anteroom");
    await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" ${mainArguments.join(" ")} "$@"\n`);
    await chmod(program, 0o755);
    const begun = shell === "zsh" ? "compdef() { : }; " : "";
    const { stdout, stderr } = await run(
      shell,
      ["-c", `${begun}${completionScripts[shell]}\n${trials[shell]}`],
      {
        env: { PATH: `${folder}:${process.env.PATH}` },
      },
    );
    deepEqual({ stdout, stderr }, { stdout: "addTeamUsers\n", stderr: "" });
  });
}
