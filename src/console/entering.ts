// What every way to sign in ends with: the place to go to, and the cookies of the new session.
import { deviceCookie, sessionCookie } from "./cookies.ts";

/** Only paths of this console, so that a link cannot redirect to another site. */
export const placeOf = (next: string): string => (/^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : "/");

export const knownDevice = (device: string) => ({ name: deviceCookie, value: device, days: 180 });

/** The cookies of a new session. */
export const welcome = ({ token, device }: { token: string; device: string }) => [
  { name: sessionCookie, value: token },
  knownDevice(device),
];
