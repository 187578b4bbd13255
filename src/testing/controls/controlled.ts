// The controls of a rehearsal, in one shape for programs that embed one and for those that drive one over HTTP.
import type {
  AlertOpening,
  ClockMove,
  ClockSetting,
  DoorQuestion,
  ExplainQuestion,
  Explanation,
  FaultRule,
  InvitePlace,
  SeenDeprecation,
  SeenFault,
  SeenKept,
  SeenMail,
  SeenMissing,
  SeenRequest,
  WhoCan,
} from "./seen.ts";

/** The controls. A refused call throws or rejects with an Error that says which value is wrong and why. */
export interface Controlled {
  readonly clock: {
    /** The time of the server, ISO 8601. */
    now(): string;
    /** Freezes the clock at an instant, moves it by a duration, or frees it; names the invitations that lapse. */
    set(setting: ClockSetting): Promise<ClockMove>;
    /** Moves the clock by a duration such as P31D; names the invitations that lapse. */
    advance(duration: string): Promise<ClockMove>;
  };
  /** Puts everything back to the seed and the clock to where it began, and clears the faults. */
  reset(): Promise<void>;
  readonly snapshot: {
    /** Keeps the state under a name. */
    take(name: string): Promise<void>;
    /** Puts a kept state back, and the clock as it was. */
    restore(name: string): Promise<void>;
  };
  /** The controls that end a pending invitation, whichever API created it. */
  readonly invites: {
    /** Accepts the pending invitation of a person, by the person's id or address or by the invitation's id. */
    accept(idOrAddress: string, place?: InvitePlace): Promise<void>;
    /** Declines a pending invitation, found as by accept. */
    decline(idOrAddress: string, place?: InvitePlace): Promise<void>;
    /** Lets a pending invitation run out, found as by accept. */
    expire(idOrAddress: string, place?: InvitePlace): Promise<void>;
  };
  readonly clusters: {
    /** Ends at once what is under way with a cluster: it is ready, or gone if it was deleted. */
    settle(groupId: string, name: string): Promise<void>;
  };
  readonly alerts: {
    /** Opens an alert of a configuration, as if its condition were met. */
    open(opening: AlertOpening): Promise<string>;
    /** Closes an alert that is open. */
    close(id: string): Promise<void>;
  };
  /** The rules that inject faults, until they are cleared or the world is reset. */
  readonly faults: {
    /** The rules of faults in the order in which they are tried, with counts. */
    list(): readonly SeenFault[];
    /** Replaces all rules of faults; counts begin at 0. */
    set(rules: readonly FaultRule[]): readonly SeenFault[];
    /** Removes all rules of faults. */
    clear(): void;
  };
  /** Reports whether a caller may perform an operation: by which role, or which rule refuses. Performs nothing. */
  explain(question: ExplainQuestion): Promise<Explanation>;
  /** Finds who may perform an operation in a project or an organization, and by which role. */
  whoCan(question: DoorQuestion): Promise<WhoCan>;
  readonly mail: {
    /** Captured mail, newest first, after everything that waits has been sent. */
    list(): Promise<readonly SeenMail[]>;
  };
  readonly requests: {
    /** The last thousand requests, newest first. */
    list(): readonly SeenRequest[];
  };
  readonly missing: {
    /** Lists what clients asked for and Anteroom does not have, with counts. */
    list(): readonly SeenMissing[];
  };
  readonly kept: {
    /** Lists the operations of grade `kept` that clients called, which are stored and shown by their structure alone, with counts. */
    list(): readonly SeenKept[];
  };
  readonly deprecations: {
    /** Calls of what ends, and what to call instead. */
    list(): Promise<readonly SeenDeprecation[]>;
  };
}
