// The controls of a rehearsal, in one shape for programs that embed one and for those that drive one over HTTP.
import type {
  ClockSetting,
  DoorQuestion,
  ExplainQuestion,
  Explanation,
  FaultRule,
  SeenDeprecation,
  SeenFault,
  SeenMail,
  SeenMissing,
  SeenRequest,
  WhoCan,
} from "./seen.ts";

/** A refused call throws or rejects with an Error that says which value is wrong and why. */
export interface Controlled {
  readonly clock: {
    /** The time of the server, ISO 8601. */
    now(): string;
    /** Freezes, moves or frees the clock, and returns its new time. */
    set(setting: ClockSetting): string;
  };
  /** Rules that inject faults, until they are cleared or the world is reset. */
  readonly faults: {
    /** In the order in which they are tried, with counts. */
    list(): readonly SeenFault[];
    /** Replaces all rules. */
    set(rules: readonly FaultRule[]): readonly SeenFault[];
    clear(): void;
  };
  /** Ends a pending invitation of either kind, by its id. */
  readonly invites: {
    /** As its person would. */
    accept(id: string): Promise<void>;
    decline(id: string): Promise<void>;
    /** Lets it run out. */
    expire(id: string): Promise<void>;
  };
  /** Whether a caller may perform an operation: by which role, or which rule refuses. Performs nothing. */
  explain(question: ExplainQuestion): Promise<Explanation>;
  /** Who may perform an operation in a project or an organization, and by which role. */
  whoCan(question: DoorQuestion): Promise<WhoCan>;
  /** Puts everything back to the seed, frees the clock, and clears the faults. */
  reset(): Promise<void>;
  readonly snapshot: {
    /** Keeps the state under a name. */
    take(name: string): Promise<void>;
    /** Puts a kept state back. */
    restore(name: string): Promise<void>;
  };
  readonly mail: {
    /** Mail captured since the start or the last reset, newest first, after everything that waits has been sent. */
    list(): Promise<readonly SeenMail[]>;
  };
  readonly requests: {
    /** The last thousand, newest first. */
    list(): readonly SeenRequest[];
  };
  readonly missing: {
    /** Requests for what is not there, in the order in which each was first made. */
    list(): readonly SeenMissing[];
  };
  readonly deprecations: {
    /** Calls of what ends, and what to call instead. */
    list(): Promise<readonly SeenDeprecation[]>;
  };
}
