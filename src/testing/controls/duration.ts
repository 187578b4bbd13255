// Reads the durations for moving the clock.
import { day, hour, minute, second } from "../../core/domain/instant.ts";

const shape = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const units = [7 * day, day, hour, minute, second];

/**
 * Returns the milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; undefined for any other text.
 */
export function readDuration(text: string): number | undefined {
  const parts = shape.exec(text)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) return undefined;
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (units[index] ?? 0), 0);
}
