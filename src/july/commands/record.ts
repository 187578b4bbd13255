// `anteroom record`: passes calls on to Atlas and records them.
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { match } from "../../atlas/endings.ts";
import { endOnSignals, explainListenError } from "../../cli/listening.ts";
import { count, print, say } from "../../cli/output.ts";
import { printTrust } from "../../cli/welcome.ts";
import { wallClock } from "../../core/clock.ts";
import { isLoopbackName } from "../../core/domain/loopback.ts";
import { Misuse, unwritable } from "../../core/settings/error.ts";
import { mintedFiles, openCertificate } from "../../core/tls/open.ts";
import { createRecorder } from "../traffic/record.ts";

interface Recording extends Readonly<Record<"upstream" | "output" | "host" | "port" | "data", string>> {
  readonly tls?: boolean;
}

export async function record({ upstream, output, host, port, tls, data }: Recording): Promise<void> {
  const target = readUpstream(upstream);
  if (!isLoopbackName(host)) {
    throw new Misuse(
      `--host ${host}: credentials pass through, so record listens on loopback only, such as 127.0.0.1`,
    );
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Misuse(`--port ${port}: a number from 0 to 65535`);
  }
  const folder = resolve(data);
  const certificate = await openCertificate(tls ? { kind: "minted", folder } : null, wallClock());
  // The file has no secret, but says who works on what.
  await open(output, "a", 0o600).then((file) => file.close(), unwritable(`--output ${output}`));
  const file = createWriteStream(output, { flags: "a", mode: 0o600 });
  const seen = { requests: 0, ending: 0 };
  const server = createRecorder({
    upstream: target,
    certificate,
    now: wallClock,
    record(call) {
      seen.requests++;
      const matched = call.status === 401 ? undefined : match(call);
      if (matched !== undefined && matched.operation.version1 === undefined) seen.ending++;
      file.write(`${JSON.stringify({ ...call, at: new Date(call.at).toISOString() })}\n`);
    },
  });
  await new Promise<void>((listening, reject) => {
    server.once("error", (reason) => reject(explainListenError(reason as NodeJS.ErrnoException)));
    server.listen(Number(port), host, listening);
  });
  endOnSignals(async () => {
    await close(server);
    await new Promise<void>((done) => file.end(done));
    say(
      `anteroom: ${count(seen.requests, "request")} recorded in ${output}, ${seen.ending} of them of what ends; read it with: anteroom report --from ${output}`,
    );
  });
  const { address, port: taken, family } = server.address() as AddressInfo;
  print(`anteroom ready http${tls ? "s" : ""}://${family === "IPv6" ? `[${address}]` : address}:${taken}`);
  print(
    `Calls pass through to ${target.origin} and are recorded in ${output}, without secrets. Ctrl-C ends.`,
  );
  if (tls) printTrust(mintedFiles(folder).cert);
}

async function close(server: Server): Promise<void> {
  server.closeIdleConnections();
  await new Promise<void>((closed) => {
    server.close(() => closed());
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}

function readUpstream(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.pathname === "/" && url.search === "" && url.username === "" && url.password === "";
  if (url !== undefined && isPlain && /^https?:$/.test(url.protocol)) return url;
  throw new Misuse(
    `--upstream ${text}: give scheme and host alone, such as https://cloud.mongodb.com; with another path, digest would not fit`,
  );
}
