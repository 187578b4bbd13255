// Names and addresses of hosts.
export const longestHost = 253;
export const hostPattern =
  "^(\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\\]?|[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?)*\\.?)$";
