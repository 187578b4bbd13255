// The two forms of 401 for callers who are not known: the digest challenge as recorded, and the refused token.
import { deepEqual } from "node:assert/strict";
import type { Reply } from "./world.ts";

/** The recorded body, to the letter: 142 bytes, in line breaks, in an order of its own. */
const challengeBody = `{
  "error" : 401,
  "reason" : "Unauthorized",
  "detail" : "You are not authorized for this resource.",
  "errorCode" : "UNEXPECTED_ERROR"
}`;

/** Headers of the connection, which every answer has, and the one that is added where no answer of Atlas was recorded. */
const ofConnection = ["connection", "date", "keep-alive", "x-content-type-options"];

function whole({ status, headers, text }: Reply) {
  const named = Object.entries(headers).filter(([name]) => !ofConnection.includes(name));
  return { status, headers: Object.fromEntries(named), text };
}

/** Compares a challenge whole, but for its nonce, of which only the form is known. */
export function assertChallenge(reply: Reply, { stale = false } = {}): void {
  const { status, headers, text } = whole(reply);
  const challenge = headers["www-authenticate"]?.replace(/nonce="[A-Za-z0-9+/]{32}"/, 'nonce="…"');
  deepEqual(
    { status, headers: { ...headers, "www-authenticate": challenge }, text },
    {
      status: 401,
      headers: {
        "content-length": "142",
        "content-type": "application/json",
        "www-authenticate": `Digest realm="MMS Public API", domain="", nonce="…", algorithm=MD5, qop="auth", stale=${stale}`,
      },
      text: challengeBody,
    },
  );
}

/** Compares the refusal of a token whole: no body, and a header that says what is wrong with it. */
export function assertTokenRefused(reply: Reply, why: string): void {
  deepEqual(whole(reply), {
    status: 401,
    headers: {
      "content-length": "0",
      "www-authenticate": `Bearer error="invalid_token", error_description="${why}"`,
    },
    text: "",
  });
}
