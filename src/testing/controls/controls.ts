// The controls of a world, which no client of Atlas has: set the clock, end invitations, rewind, inject faults, and watch.
import type { Clock } from "../../core/clock.ts";
import { type DeprecatedCalls, type ShownCalls, showCalls } from "../../core/domain/deprecated-call.ts";
import { type Instant, latestInstant, toIso } from "../../core/domain/instant.ts";
import type { DueMail } from "../../core/http/stages/unit.ts";
import { SettingsError } from "../../core/settings/error.ts";
import { readInstant } from "../../core/settings/readers.ts";
import type { Explaining } from "../explain/explain.ts";
import { createAlertControls } from "./alerts.ts";
import { createClusterControls } from "./clusters.ts";
import { ControlError } from "./control-error.ts";
import { readDuration } from "./duration.ts";
import { createFaults } from "./faults.ts";
import { createInviteControls } from "./invites.ts";
import { createQuestions } from "./questions.ts";
import { createRequestLog } from "./request-log.ts";
import type { ClockMove, ClockSetting, SeenDeprecation, SeenMail } from "./seen.ts";
import { createRehearsalSignIn, type SignInDeps } from "./sign-in.ts";
import { createSnapshots, type Mailbox, pausingMail } from "./snapshots.ts";
import { writeControl } from "./snippets.ts";

export type Controls = ReturnType<typeof createControls>;

interface ControlsDeps extends SignInDeps {
  readonly operationIds: readonly string[];
  readonly explaining: Explaining;
  readonly deprecations: {
    list(orgId: null): Promise<readonly DeprecatedCalls[]>;
    clear(): Promise<void>;
  };
  /** Returns the counted calls of what ends, with what to call instead; undefined without the July 2027 kit. */
  readonly findSuccessors:
    | ((counted: readonly ShownCalls[]) => Promise<readonly SeenDeprecation[]>)
    | undefined;
  /** Empties the store and plants its seed again. */
  readonly replant: () => Promise<void>;
  /** The captured mail; null if mail goes to a server. */
  readonly mail: Mailbox | null;
  readonly dueMail: Pick<DueMail, "settle"> | null;
  /** Notes that anything in the world may have changed, other than by operations. */
  readonly noteChange?: () => void;
  /** Remembers further state, and returns a function that restores it; see src/testing/controls/snapshots.ts. */
  readonly remember?: () => () => void;
}

export function createControls(deps: ControlsDeps) {
  const { store, clock, operationIds, explaining, deprecations, findSuccessors } = deps;
  const { replant, mail, remember, noteChange } = deps;
  const { injector, ...faults } = createFaults(operationIds);
  const log = createRequestLog({ now: clock.now, injector, store, explaining });
  const { clear: clearLog, requests, missing, kept, ...requestLog } = log;
  const set = settingClock(deps);
  /** The calls of versions that end, in all organizations and since the first start or the last reset. */
  const deprecatedCalls = () => deprecations.list(null);
  return {
    ...requestLog,
    ...createQuestions(explaining),
    requests: { list: requests },
    missing: { list: missing },
    kept: { list: kept },
    clock: {
      now: () => toIso(clock.now()),
      state: clock.state,
      set,
      advance: (duration: string) => set({ advance: duration }),
    },
    faults,
    injector,
    snapshot: createSnapshots({ store, clock, mail, remember, noteChange }),
    signIn: createRehearsalSignIn(deps),
    /** Writes a control as code, for pages that do the same. */
    snippets: writeControl,
    explains: explaining.wrapper,

    async reset(): Promise<void> {
      // First, so that the world begins at its new time.
      clock.rewind();
      await pausingMail(mail, async () => {
        await replant();
        mail?.putBack([]);
      });
      noteChange?.();
      faults.clear();
      await deprecations.clear();
      clearLog();
    },

    invites: createInviteControls(deps),
    alerts: createAlertControls(deps),
    clusters: createClusterControls(deps),

    mail: {
      /** Lists captured mail, newest first, after all waiting mail was sent. */
      async list(): Promise<readonly SeenMail[]> {
        if (mail !== null) return mail.list();
        throw new ControlError(404, "mail goes to the server of --mail-url and is not captured");
      },
    },

    deprecatedCalls,
    deprecations: {
      async list(): Promise<readonly SeenDeprecation[]> {
        const counted = (await deprecatedCalls()).map(showCalls);
        if (findSuccessors !== undefined) return findSuccessors(counted);
        throw new ControlError(404, "this server is built without the July 2027 kit");
      },
    },
  };
}

/** Moves the clock at once; waiting mail is captured at the instant before, as it would have been. */
const settingClock =
  ({ store, clock, dueMail, noteChange }: ControlsDeps) =>
  (setting: ClockSetting): Promise<ClockMove> => {
    const before = clock.now();
    try {
      setClock(clock, setting);
    } catch (reason) {
      return Promise.reject(reason);
    }
    const now = clock.now();
    noteChange?.();
    const moved = (async () => {
      await dueMail?.settle(before);
      const lapsed = await store.read((tx) => tx.invites.lapsing(before, now));
      return { now: toIso(now), lapsed };
    })();
    // A program that does not await it may close the world meanwhile.
    moved.catch(() => {});
    return moved;
  };

function setClock(clock: Pick<Clock, "now" | "advance" | "freeze">, { now, advance }: ClockSetting): void {
  if ((now === undefined) === (advance === undefined)) {
    throw new ControlError(
      400,
      'give either "now" (an instant, or null) or "advance" (a duration such as P30D)',
    );
  }
  if (advance !== undefined) clock.advance(advanceOf(advance, clock.now()));
  else clock.freeze(now == null ? null : toInstant(now));
}

function advanceOf(text: string, now: Instant): number {
  const duration = readDuration(text);
  if (duration === undefined) {
    throw new ControlError(400, `'${text}' is not a duration; write P30D, PT1H30M or P2W`);
  }
  if (now + duration <= latestInstant) return duration;
  throw new ControlError(400, `'${text}' is past the year 9999`);
}

function toInstant(text: string): Instant {
  try {
    return readInstant(text);
  } catch (reason) {
    if (reason instanceof SettingsError) throw new ControlError(400, reason.message);
    throw reason;
  }
}
