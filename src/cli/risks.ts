// What is allowed but seldom meant: combinations of settings that `serve` warns of at its start, in a sentence each.

import { isLoopback, isLoopbackName } from "../domain/loopback.ts";
import type { Proxies } from "../domain/proxies.ts";
import type { Settings } from "../settings/settings.ts";

type Exposure = Pick<Settings, "host" | "tls" | "baseUrl" | "trustProxy" | "oidc" | "policy">;

export function risksOf({ host, tls, baseUrl, trustProxy, oidc, policy }: Exposure): string[] {
  const isPlain = tls === null && !baseUrl?.startsWith("https:");
  return [
    ...(isPlain && !isLoopbackName(host)
      ? [
          `--host ${host} in plain HTTP: passwords, secrets and tokens can be read on the way; give --tls-cert and --tls-key, or put a proxy with TLS before it and give its address as --base-url https://…`,
        ]
      : []),
    ...(baseUrl !== null && isPublicInPlain(baseUrl) && (tls !== null || isLoopbackName(host))
      ? [
          `--base-url ${baseUrl}: links of mail lead to plain HTTP, in which passwords and tokens can be read on the way; give the https:// address of the proxy with TLS that stands before it, or of this server`,
        ]
      : []),
    ...(believesAnybody(trustProxy, host)
      ? [
          `--trust-proxy ${trustProxy} with --host ${host}: whoever connects past the proxy writes the address that access lists and throttles believe; give the addresses of your proxies, or listen only where they get to it`,
        ]
      : []),
    ...(oidc !== null && policy.signUp === "everybody" && policy.mailDomains === null
      ? [
          `--sign-up everybody with --oidc-issuer: whoever has an account at ${oidc.name} gets one here; give --mail-domains, or --sign-up invited`,
        ]
      : []),
  ];
}

const isPublicInPlain = (baseUrl: string): boolean =>
  baseUrl.startsWith("http:") && !isLoopback(new URL(baseUrl).host);

/** A number of hops is right where nobody gets around the proxies, which nothing sees to on all addresses of a machine. */
function believesAnybody(proxies: Proxies, host: string): boolean {
  if (typeof proxies === "number") return proxies > 0 && /^(0\.0\.0\.0|::|0:0:0:0:0:0:0:0)$/.test(host);
  return proxies.some((network) => network.endsWith("/0"));
}
