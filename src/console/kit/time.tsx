// An instant as people read it, and as machines do.
import { perLanguage } from "../../core/contract/languages.ts";
import { useVisit } from "./visit.ts";

/** Formats an ISO 8601 instant as `YYYY-MM-DD hh:mm`, in UTC. */
export const minuteOf = (at: string): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

export const Time = ({ at }: { at: string }) => <time dateTime={at}>{minuteOf(at)} UTC</time>;

/** Seconds of each unit, from the largest; months and years are about so long. */
const units = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

const distanceFormat = perLanguage((language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));

/**
 * Returns the distance between two instants in the largest unit that fits: `in 7 days`, `3시간 전`. Both are in milliseconds.
 */
export function relative(at: number, now: number, language: string): string {
  const seconds = (at - now) / 1000;
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? [
    "second",
    Number.POSITIVE_INFINITY,
  ];
  return distanceFormat(language).format(Math.trunc(seconds / length) || 0, unit);
}

/** An instant by how far it is from now; its title has it in UTC, and by the script in the time of the browser's place. */
export function When({ at }: { at: string }) {
  const { now, language } = useVisit();
  return (
    <time dateTime={at} title={`${minuteOf(at)} UTC`}>
      {relative(Date.parse(at), now, language)}
    </time>
  );
}
