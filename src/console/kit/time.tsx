// An instant, in a form for people and in one for machines.
import { perLanguage } from "../../core/contract/languages.ts";
import { useVisit } from "./visit.ts";

/** Formats an ISO 8601 instant as `YYYY-MM-DD hh:mm`, in UTC. */
export const minuteOf = (at: string): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

export const Time = ({ at }: { at: string }) => <time dateTime={at}>{minuteOf(at)} UTC</time>;

/** The seconds of each unit, from the largest; those of months and years are approximate. */
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

/** An instant as its distance from now. Its title has it in UTC, or with script in the browser's time zone. */
export function When({ at }: { at: string }) {
  const { now, language } = useVisit();
  return (
    <time dateTime={at} title={`${minuteOf(at)} UTC`}>
      {relative(Date.parse(at), now, language)}
    </time>
  );
}
