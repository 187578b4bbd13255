// Checks whether the server of this container is alive, for the image's HEALTHCHECK, which has no shell and no curl: exits with
// 0, or with 1 and a sentence. Reads where the server listens from the same variables as the server, not from its flags.
import { get as getHttp } from "node:http";
import { get as getHttps } from "node:https";

const { ANTEROOM_HOST: host = "127.0.0.1", ANTEROOM_PORT: port = "8080", ...others } = process.env;
const isSecure = others.ANTEROOM_TLS_CERT || !/^(0|false|no|off|)$/i.test(others.ANTEROOM_TLS ?? "");
/** The loopback address on which a server that listens on every address answers too. @type {Record<string, string>} */
const loopback = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** @param {string} why */
const fail = (why) => {
  console.error(`not healthy: ${why}`);
  process.exit(1);
};
const get = isSecure ? getHttps : getHttp;
// The certificate is for the name that clients use.
const options = { host: loopback[host] ?? host, port, path: "/healthz", rejectUnauthorized: false };
get({ ...options, timeout: 2_000 }, ({ statusCode }) => {
  if (statusCode !== 200) fail(`/healthz answered ${statusCode}`);
  process.exit(0);
})
  .on("timeout", () => fail("no answer within two seconds"))
  .on("error", ({ message }) => fail(message));
