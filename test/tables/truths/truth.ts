// A row of what official clients state of Atlas's answers, and how its call is made here.
import { type CallerName, type Stage, startStage } from "../../support/stage.ts";
import { ids, type Reply } from "../../support/world.ts";

/** The client that states it, with the file of the commit that test/conformance/client-truths.test.ts names. */
export type Source = string;

export interface Truth {
  /** The call, in words. */
  readonly call: string;
  readonly by: Source;
  /** Makes the call, after what it needs; answers what is compared. */
  readonly ask: (asking: Asking) => Promise<unknown>;
  readonly expected: unknown;
  /** The answer here instead, and the reason. */
  readonly differs?: { readonly here: unknown; readonly reason: string };
}

export type Truths = Readonly<Record<string, Truth>>;

interface Options {
  readonly as?: CallerName;
  readonly version?: string;
}

/** The calls of a row: `request` is a method and a path below /api/atlas/v2. */
export interface Asking {
  readonly stage: Stage;
  reply(request: string, body?: unknown, options?: Options): Promise<Reply>;
  /** Status and code, such as `404 GROUP_NOT_FOUND` or `204`. */
  outcome(request: string, body?: unknown, options?: Options): Promise<string>;
  /** The body of a success. */
  // biome-ignore lint/suspicious/noExplicitAny: rows read what they expect and fail where it is not
  read(request: string, body?: unknown, options?: Options): Promise<any>;
  /** Types of the events of a scope since the seed, the newest first. */
  events(scope?: string): Promise<string[]>;
  userId(username: string): string;
}

const said = ({ status, json }: Reply): string =>
  status < 300 ? `${status}` : `${status} ${json?.errorCode}`;

export function asking(stage: Stage): Asking {
  const reply: Asking["reply"] = (request, body, { as = "owner", version = "2025-03-12" } = {}) => {
    const [method = "", path = ""] = request.split(" ");
    const headers = { accept: `application/vnd.atlas.${version}+json` };
    const sending = { method, path: `/api/atlas/v2${path}`, headers };
    return stage.ask(as, { ...sending, ...(body !== undefined && { body }) });
  };
  return {
    stage,
    reply,
    outcome: async (...call) => said(await reply(...call)),
    async read(...call) {
      const answer = await reply(...call);
      if (answer.status >= 300) throw new Error(`${call[0]}: ${answer.text}`);
      return answer.json;
    },
    async events(scope = `/orgs/${ids.org}`) {
      const { json } = await reply(`GET ${scope}/events`);
      return json.results.map(({ eventTypeName }: { eventTypeName: string }) => eventTypeName);
    },
    userId(username) {
      const [row] = stage.rows(`select id from users where username = '${username}'`) as { id: string }[];
      return row?.id ?? "";
    },
  };
}

export { startStage };
export const [O, G, T] = [ids.org, ids.group, ids.team];
export const none = ids.missing;

/** Names of the members of a body. */
export const names = (body: object): string[] => Object.keys(body);
