// Loopback names and addresses.

/** Whether a Host header names this machine, against DNS rebinding. Names below localhost resolve to it alone (RFC 6761, 6.3). */
export const isLoopback = (host: string): boolean =>
  /^(([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

/** Whether a name or an address is this machine's own; one of version 6 has no brackets, as flags and settings have it. */
export const isLoopbackName = (name: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(name);
