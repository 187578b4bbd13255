// One request of the client and its answer.

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Rejects with AtlasUnreachable when no whole answer came, and with the signal's reason when it was aborted. */
export type Send = (outgoing: Outgoing) => Promise<Received>;
