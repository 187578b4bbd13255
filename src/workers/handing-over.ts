// Connections that a worker was being handed when it died: Node waits for ever for its word, and would leave them open.
import type { Worker } from "node:cluster";

/** What Node sends to a worker with a connection: a handle with a number for as long as it is open. */
interface Handle {
  readonly fd: number;
  close(): void;
}

const isHandle = (value: unknown): value is Handle =>
  typeof value === "object" && value !== null && "fd" in value && "close" in value;

/** Closes them when the worker has ended, so that their clients ask again. */
export function closeHandedOver({ process: child }: Worker): void {
  const handedOver = new Set<Handle>();
  const send = child.send as (...args: unknown[]) => boolean;
  child.send = ((...args: unknown[]) => {
    // Those that the worker has taken are closed here.
    for (const handle of handedOver) if (handle.fd < 0) handedOver.delete(handle);
    if (isHandle(args[1])) handedOver.add(args[1]);
    return send.apply(child, args);
  }) as typeof child.send;
  child.once("exit", () => {
    for (const handle of handedOver) if (handle.fd >= 0) handle.close();
  });
}
