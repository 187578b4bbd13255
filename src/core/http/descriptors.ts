// Notices when hardly any file descriptors are left: without any, the system accepts connections and drops them, and Node
// reports nothing.
import { readFileSync } from "node:fs";
import type { Server, Socket } from "node:net";
import type { Logger } from "pino";

/** The descriptors kept for files and database connections. */
const reserve = 16;
/** The milliseconds between two lines of the log. */
const pause = 60_000;

/** A socket with Node's handle, which has no public name. */
type Handled = Socket & { readonly _handle?: { readonly fd?: number } | null };

/** Returns the most descriptors of this process; undefined if the system does not say. */
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

/** Counts the connections that came when few descriptors were left. A new connection gets the lowest free one. */
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
