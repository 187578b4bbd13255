// Loopback names and addresses.

/**
 * Reports whether a Host header names this machine, against DNS rebinding. Names below localhost always resolve to it (RFC
 * 6761, 6.3).
 */
export const isLoopback = (host: string): boolean =>
  /^(([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

/** Reports whether a name or an address is that of this machine; an IPv6 address has no brackets, as in flags and settings. */
export const isLoopbackName = (name: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(name);
