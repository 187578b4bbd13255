// What the controls take and show, in a program as well as at `/_anteroom/v1`.

/** A message that a rehearsal captured instead of sending it, as `GET /_anteroom/v1/mail` lists it. */
export interface SeenMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
}

/** How the clock is set. */
export interface ClockSetting {
  /** Freezes the clock at an instant, or frees it with null. */
  readonly now?: string | null;
  /** Moves the clock by an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
  readonly advance?: string;
}
