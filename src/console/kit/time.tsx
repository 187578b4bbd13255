// An instant as people read it, and as machines do.

/** `YYYY-MM-DD hh:mm` of an instant written in ISO 8601, in UTC. */
export const minuteOf = (at: string): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

export const Time = ({ at }: { at: string }) => <time dateTime={at}>{minuteOf(at)} UTC</time>;
