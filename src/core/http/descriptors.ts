// Notices when hardly a file descriptor is left: beyond, the system accepts connections and drops them, and Node tells nobody.
import { readFileSync } from "node:fs";
import type { Server, Socket } from "node:net";
import type { Logger } from "pino";

/** The descriptors kept for files and database connections. */
const reserve = 16;
/** Milliseconds between two lines of the log. */
const pause = 60_000;

/** Node's handle of a socket, by a name that it has not made public. */
type Handled = Socket & { readonly _handle?: { readonly fd?: number } | null };

/** The most that this process may have; undefined where the system does not say. */
function limitOf(): number | undefined {
  try {
    const [, soft = ""] = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
    return soft === "" ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}

interface DescriptorDeps {
  readonly logger: Pick<Logger, "error">;
  readonly elapsed: () => number;
  readonly limit?: number | undefined;
}

/** Gives how many connections came when few were left. A new one has the lowest that is free. */
export function watchDescriptors(server: Server, { logger, elapsed, limit = limitOf() }: DescriptorDeps) {
  let count = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  if (limit === undefined) return () => count;
  const last = limit - reserve;
  server.on("connection", (socket: Handled) => {
    if ((socket._handle?.fd ?? 0) < last) return;
    count++;
    if (elapsed() - toldAt < pause) return;
    toldAt = elapsed();
    logger.error(
      { limit },
      "hardly a file descriptor is left: connections are dropped; raise `ulimit -n`, or LimitNOFILE of systemd",
    );
  });
  return () => count;
}
