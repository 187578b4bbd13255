// Signs in as a browser does, and asks for a code as a command line does: for bench/fairness.mjs and its attackers.
import { request } from "node:http";
import { text } from "node:stream/consumers";

const mostMs = 10_000;

/**
 * @typedef {{ agent: import("node:http").Agent | false, localAddress?: string, headers?: Record<string, string> }} From
 * @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: string }} Answer
 * @param {string} url
 * @param {{ method?: string, path: string, headers?: Record<string, string>, body?: string }} asked
 * @param {From} from
 * @returns {Promise<Answer>}
 */
export function askHttp(url, { method = "GET", path, headers = {}, body = "" }, from) {
  const { agent, localAddress } = from;
  const options = { method, agent, headers: { ...headers, ...from.headers }, timeout: mostMs };
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), { ...options, ...(localAddress && { localAddress }) });
    outgoing.on("response", (incoming) => {
      text(incoming).then((body) => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
      }, reject);
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer")));
    outgoing.on("error", reject).end(body);
  });
}

const form = { "content-type": "application/x-www-form-urlencoded" };

/** A browser that has opened the page to sign in. @param {string} url @param {From} from */
export async function openVisitor(url, from) {
  const page = await askHttp(url, { path: "/sign-in" }, from);
  const token = /name="form" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
  const cookie = (page.headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
  return {
    /** Answered with 303 where the password is right. @param {string} username @param {string} password */
    signIn: (username, password) =>
      askHttp(
        url,
        {
          method: "POST",
          path: "/sign-in",
          headers: { ...form, cookie },
          body: String(new URLSearchParams({ form: token, do: "signIn", username, password })),
        },
        from,
      ),
  };
}

/** Asks for a code, as `atlas auth login` begins. @param {string} url @param {From} from */
export const askForCode = (url, from) =>
  askHttp(
    url,
    {
      method: "POST",
      path: "/api/private/unauth/account/device/authorize",
      headers: form,
      body: "client_id=0oabtxactgS3gHIR0297",
    },
    from,
  );
