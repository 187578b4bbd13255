// The end of every way to sign in: the address to go to, and the cookies of the new session.
import { deviceCookie, sessionCookie } from "./cookies.ts";
import type { Outcome, Visit } from "./page.ts";

/**
 * Returns the address if it is a path of this console, else the first page, so that a link cannot redirect to another site.
 */
export const placeOf = (next: string): string => (/^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : "/");

/** Returns the address to go to after signing in: `next` in the query, or else the first page. */
export const nextOf = ({ query }: Pick<Visit, "query">): string => placeOf(query.get("next") ?? "/");

export const knownDevice = (device: string) => ({ name: deviceCookie, value: device, days: 180 });

/** Returns the cookies of a new session. */
export const welcome = ({ token, device }: { token: string; device: string }) => [
  { name: sessionCookie, value: token },
  knownDevice(device),
];

/** Redirects with the cookies of a new session. */
export const enter = (visit: Pick<Visit, "query">, signed: Parameters<typeof welcome>[0]): Outcome => ({
  to: nextOf(visit),
  cookies: welcome(signed),
});
