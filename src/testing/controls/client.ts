// The typed client of the test controls, for a server that was started elsewhere: `import { AnteroomControls } from "atlas-anteroom/controls"`.

import { namesIn } from "../../core/contract/http-syntax.ts";
import type { Controlled } from "./controlled.ts";
import { controls, root } from "./list.ts";

export type * from "./seen.ts";

type Remote<Members> = {
  readonly [Name in keyof Members]: Members[Name] extends (...given: infer Given) => infer Result
    ? (...given: Given) => Promise<Awaited<Result>>
    : Remote<Members[Name]>;
};

export interface AnteroomControlsOptions {
  /** The server's ANTEROOM_CONTROL_TOKEN; absent if it is not set. */
  readonly token?: string;
  /** Sends the requests instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** The members of an Anteroom in a program, each of which returns a promise. */
export type AnteroomControls = Remote<Controlled>;

/** Signals that a control was refused. */
export class ControlRefused extends Error {
  // Node prints an error by the name of its class, which the bundle shortens.
  static {
    Object.defineProperty(ControlRefused, "name", { value: "ControlRefused" });
  }

  /** The HTTP status: 400 for a wrong value, 401 without the token, 404 for something missing. */
  readonly status: number;
  constructor(name: string, status: number, detail: string) {
    super(`${name}: ${detail}`);
    this.name = "ControlRefused";
    this.status = status;
  }
}

type Holder = Record<string, unknown>;

class Client {
  constructor(baseUrl: string, { token, fetch: sending = fetch }: AnteroomControlsOptions = {}) {
    const base = baseUrl.replace(/\/+$/, "") + root;
    const headers = {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    for (const { name, method, path, takes, gives } of controls) {
      const [noun = "", verb] = name.split(".");
      const holder = (verb === undefined ? this : ((this as Holder)[noun] ??= {})) as Holder;
      const names = namesIn(path);
      holder[verb ?? noun] = async (...given: unknown[]) => {
        const filled = path.replace(/\{(\w+)\}/g, (_, each) =>
          encodeURIComponent(String(given[names.indexOf(each)])),
        );
        const body = takes && JSON.stringify(given[names.length]);
        const response = await sending(base + filled, { method, headers, ...(body && { body }) });
        const text = await response.text();
        if (!response.ok) throw new ControlRefused(name, response.status, detailOf(response, text));
        const value = text === "" ? undefined : JSON.parse(text);
        return gives === undefined ? value : value[gives];
      };
    }
  }
}

function detailOf({ status }: Response, text: string): string {
  try {
    return JSON.parse(text).detail;
  } catch {
    return `answered with ${status}; does the address lead to anteroom dev?`;
  }
}

/**
 * Drives the rehearsal at an address, such as `http://127.0.0.1:8080`. Calls reject with a {@link ControlRefused} that says
 * what is wrong.
 *
 * @example
 * const controls = new AnteroomControls("http://127.0.0.1:8080");
 * await controls.clock.set({ now: "2027-07-02" });
 * await controls.faults.set([{ operations: ["createGroupInvite"], drop: "after", times: 1 }]);
 */
export const AnteroomControls = Client as unknown as new (
  baseUrl: string,
  options?: AnteroomControlsOptions,
) => AnteroomControls;
