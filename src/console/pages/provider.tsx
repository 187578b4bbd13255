// The sign-in with a provider: the redirects there and back. No page is shown, so that no code stays in an address.
import { Refusal } from "../client.ts";
import { providerCookie } from "../cookies.ts";
import { nextOf, placeOf, welcome } from "../entering.ts";
import { beginLifetimeMinutes, callbackPath } from "../oidc.ts";
import type { ProviderProblem } from "../oidc-failures.ts";
import { type Outcome, page } from "../page.ts";
import { joiningAt } from "./joining.tsx";
import { notFound } from "./not-found.tsx";

/** The longest address to keep: a longer one would not fit into the cookie. */
const longestNext = 1500;

const signInAfter = (problem: ProviderProblem, next: string, isAgain: boolean) =>
  `/sign-in?problem=${problem}&next=${encodeURIComponent(next)}${isAgain ? "&again" : ""}`;

/** Begins with a link instead of a form: after a form, browsers do not follow a redirect to another site (`form-action`). */
export const beginWithProvider = page({
  path: "/sign-in/provider",
  for: "anybody",
  async show(visit): Promise<Outcome> {
    const { provider, query, origin, person } = visit;
    if (provider === undefined) return { ...notFound(visit, undefined), status: 404 };
    const wanted = nextOf(visit);
    const next = wanted.length > longestNext ? "/" : wanted;
    const isAgain = query.has("again");
    if (person !== undefined && !isAgain) return { to: next };
    const begun = await provider.begin({ origin, next, username: query.get("username") ?? "", isAgain });
    if ("problem" in begun) return { to: signInAfter(begun.problem, next, isAgain) };
    return {
      to: begun.to,
      cookies: [{ name: providerCookie, value: begun.begun, minutes: beginLifetimeMinutes }],
    };
  },
});

const refusals = new Map<string, ProviderProblem>([
  ["SIGN_IN_REFUSED", "unverified"],
  ["SIGN_UP_CLOSED", "closed"],
  ["IDENTITY_TAKEN", "taken"],
]);

export const finishWithProvider = page({
  path: callbackPath,
  for: "anybody",
  async show(visit): Promise<Outcome> {
    const { provider, query, origin, begun, perform, noteUnsigned } = visit;
    if (provider === undefined) return { ...notFound(visit, undefined), status: 404 };
    const finished = await provider.finish({ origin, query, begun });
    const [next, { isAgain }] = [placeOf(finished.next), finished];
    // The cookie is removed, so that a sign-in cannot be finished twice, whether it succeeded or failed.
    const over = { name: providerCookie, value: "" };
    if ("problem" in finished) {
      noteUnsigned(finished.problem);
      return { to: signInAfter(finished.problem, next, isAgain), cookies: [over] };
    }
    try {
      const signed = await perform("signInWithProvider", { ...finished.identity });
      return { to: signed.isAsked ? joiningAt(next) : next, cookies: [over, ...welcome(signed)] };
    } catch (reason) {
      const problem = reason instanceof Refusal ? refusals.get(reason.code ?? "") : undefined;
      if (problem === undefined) throw reason;
      const { issuer, subject, email } = finished.identity;
      if (problem === "taken") await perform("noteRefusedIdentity", { issuer, subject, email });
      return { to: signInAfter(problem, next, isAgain), cookies: [over] };
    }
  },
});
