// `anteroom record`
import type { Command } from "commander";
import { option, withOptions } from "../options.ts";

export function addRecord(program: Command): void {
  withOptions(program.command("record"), [
    option("--host <address>", "loopback address to listen on", "ANTEROOM_HOST").default("127.0.0.1"),
    option("--port <number>", "port to listen on; 0 takes any free one", "ANTEROOM_PORT").default("8080"),
  ])
    .description("pass calls through to Atlas, and record which they were, without secrets")
    .requiredOption("--upstream <url>", "where calls go, such as https://cloud.mongodb.com")
    .option("--output <file>", "file that the recording is added to, JSON on lines", "recording.jsonl")
    .addHelpText(
      "after",
      `
Example:
  anteroom record --upstream https://cloud.mongodb.com --output recording.jsonl
  MONGODB_ATLAS_BASE_URL=http://127.0.0.1:8080/ terraform plan        in another terminal
  anteroom report --from recording.jsonl

Requests and answers pass unchanged, so that credentials of Atlas work. The recording has method, path, time, client, public key or
client id, and of what ends the body with addresses and secrets struck out; no credentials, no cookies, no answers. Listens on loopback only.
NODE_EXTRA_CA_CERTS names a certificate that the upstream's must be signed with, if no public one is.`,
    )
    .action(async (flags: { upstream: string; output: string; host: string; port: string }) => {
      const { record } = await import("../record.ts");
      await record(flags);
    });
}
