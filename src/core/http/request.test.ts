// Tests where a request comes from: by its connection alone, or by the headers of proxies before the server.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Proxies } from "../domain/proxies.ts";
import { type ReceivedRequest, readThroughProxies } from "./request.ts";

interface Arriving {
  readonly peer?: string | undefined;
  readonly isEncrypted?: boolean;
  /** The values of X-Forwarded-For and X-Forwarded-Proto. */
  readonly addresses?: string;
  readonly protocols?: string;
}

/** Returns the origin of a request that came through such proxies. */
function whenceOf(proxies: Proxies, arriving: Arriving, baseUrl: string | null = null) {
  const { peer, isEncrypted, addresses, protocols } = { peer: "192.0.2.9", ...arriving };
  const { remoteAddress, origin } = readThroughProxies(
    proxies,
    baseUrl,
  )({
    headers: {
      host: "a.test",
      ...(addresses !== undefined && { "x-forwarded-for": addresses }),
      ...(protocols !== undefined && { "x-forwarded-proto": protocols }),
    },
    remoteAddress: peer === undefined ? { state: "unknown", peer: "" } : { state: "own", ip: peer },
    origin: isEncrypted === true ? "https://a.test" : "http://a.test",
  } as unknown as ReceivedRequest);
  const { state, ip } = remoteAddress;
  return [ip === undefined ? state : `${state} ${ip}`, origin.replace("://a.test", "")];
}

const said = { addresses: "198.51.100.1, 198.51.100.2", protocols: "https" };
const everyone: readonly Proxies[] = [0, 1, 2, ["192.0.2.0/24"], ["203.0.113.7/32"]];

test("where no proxy is trusted the connection says; a trusted one that names nobody leaves it unknown", () => {
  for (const proxies of everyone) {
    const seen = proxies === 0 || (Array.isArray(proxies) && proxies[0] !== "192.0.2.0/24");
    const address = seen ? "own 192.0.2.9" : "unknown";
    deepEqual(whenceOf(proxies, {}), [address, "http"]);
    deepEqual(whenceOf(proxies, { isEncrypted: true }), [address, "https"]);
    deepEqual(whenceOf(proxies, { peer: undefined }), ["unknown", "http"], "it has ended by now");
    deepEqual(whenceOf(proxies, { addresses: "", protocols: "" }), [address, "http"]);
  }
});

test("nobody is believed where no proxy is", () => {
  deepEqual(whenceOf(0, said), ["own 192.0.2.9", "http"]);
  deepEqual(whenceOf(0, { ...said, isEncrypted: true, protocols: "http" }), ["own 192.0.2.9", "https"]);
});

test("of hops, as many are believed as there are", () => {
  deepEqual(whenceOf(1, said), ["proven 198.51.100.2", "https"]);
  deepEqual(whenceOf(2, said), ["proven 198.51.100.1", "https"]);
  deepEqual(whenceOf(3, said), ["unknown", "https"], "the furthest proxy has named nobody");
});

test("of networks, the first address that is in none of them is the client's", () => {
  deepEqual(whenceOf(["192.0.2.0/24"], said), ["proven 198.51.100.2", "https"]);
  deepEqual(whenceOf(["192.0.2.0/24", "198.51.100.2/32"], said), ["proven 198.51.100.1", "https"]);
  const all = ["192.0.2.0/24", "198.51.100.0/24"];
  deepEqual(whenceOf(all, said), ["proven 198.51.100.1", "https"], "a caller in the network of the proxies");
  deepEqual(whenceOf(["198.51.100.0/24"], said), ["own 192.0.2.9", "http"], "the peer is not among them");
});

test("of several protocols, the nearest proxy has written the last", () => {
  const protocolOf = (protocols: string, isEncrypted = false) => whenceOf(1, { protocols, isEncrypted })[1];
  deepEqual(
    ["https, http", "http,https", "https ", " https", "https,"].map((each) => protocolOf(each)),
    ["http", "https", "https", "https", "http"],
  );
  deepEqual(protocolOf("http", true), "http", "it may speak TLS to the server where its client did not");
});

test("an address is read as proxies write it, and a protocol that is none is http", () => {
  const strange = { addresses: "198.51.100.2:80", protocols: "javascript" };
  deepEqual(whenceOf(1, strange), ["proven 198.51.100.2", "http"]);
  for (const last of ["garbage", "unknown", "", " ", "_x", "192.0.2", "198.51.100.1 198.51.100.2"]) {
    for (const addresses of [last, `198.51.100.1,${last}`]) {
      deepEqual(whenceOf(1, { addresses }), ["unknown", "http"], addresses);
    }
  }
  deepEqual(whenceOf(2, { addresses: "198.51.100.1, garbage, 198.51.100.2" }), ["unknown", "http"]);
});

test("links start with the base URL where there is one", () => {
  deepEqual(whenceOf(0, said, "https://b.test"), ["own 192.0.2.9", "https://b.test"]);
  deepEqual(whenceOf(1, { ...said, protocols: "http" }, "https://b.test"), [
    "proven 198.51.100.2",
    "https://b.test",
  ]);
});
