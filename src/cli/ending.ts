// How a server process ends: once, and with 0 when everything under way is done.

/** Closes at the first SIGTERM or SIGINT, and exits. */
export function endOnSignals(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      close().then(
        () => process.exit(0),
        (reason: unknown) => {
          process.stderr.write(`anteroom: ${reason}\n`);
          process.exit(1);
        },
      );
    });
  }
}
