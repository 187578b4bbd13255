// What can be done to a rehearsal, in one shape for programs that hold one and for those that drive it from elsewhere.
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

/** Refused wishes throw an Error, or reject with one, that says which value is wrong and why. */
export interface Controlled {
  readonly clock: {
    /** What the server takes for the present, ISO 8601. */
    now(): string;
    /** Freezes, moves or frees it, and returns what it is then. */
    set(setting: ClockSetting): string;
  };
  /** What goes wrong on purpose, until it is cleared or the world reset: answers, connections, time. */
  readonly faults: {
    /** In the order in which they are tried, with counts. */
    list(): readonly SeenFault[];
    /** Puts these rules in the place of all others. */
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
  /** Whether somebody would be let in to an operation, by which role, or which rule refuses. Performs nothing. */
  explain(question: ExplainQuestion): Promise<Explanation>;
  /** Who may perform an operation in a project or an organization, and by which role. */
  whoCan(question: DoorQuestion): Promise<WhoCan>;
  /** Puts everything back to the seed it began with, frees the clock, and clears the faults. */
  reset(): Promise<void>;
  /** Remembers the state under a name, or puts it back. */
  readonly snapshot: {
    /** Remembers it. */
    take(name: string): Promise<void>;
    /** Puts it back. */
    restore(name: string): Promise<void>;
  };
  readonly mail: {
    /** What was captured since the start or the last reset, newest first. Sends before what waits to be sent. */
    list(): Promise<readonly SeenMail[]>;
  };
  readonly requests: {
    /** The last thousand, newest first. */
    list(): readonly SeenRequest[];
  };
  readonly missing: {
    /** What clients asked for and is not there, in the order in which it was first asked for. */
    list(): readonly SeenMissing[];
  };
  readonly deprecations: {
    /** Who calls what is to be removed, and what to call instead. */
    list(): Promise<readonly SeenDeprecation[]>;
  };
}
