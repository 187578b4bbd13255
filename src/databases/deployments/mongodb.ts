// Runs commands by the official driver, `mongodb`: an optional package, loaded with the first deployment.
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { home } from "../../atlas/database-users/rules/provisioning.ts";
import { answerPatience } from "../../atlas/database-users/rules/waiting.ts";
import { second } from "../../core/domain/instant.ts";
import { Away, atOnce, type OpenDeployment, Refused } from "./deployment.ts";

/** The part of the driver that is used. */
interface Driver {
  readonly MongoClient: new (url: string, options: object) => Client;
}

interface Client {
  db(name: string): { command(command: object): Promise<Readonly<Record<string, unknown>>> };
  close(force?: boolean): Promise<void>;
}

interface DriverError extends Error {
  readonly code?: number | string;
  readonly codeName?: string;
  readonly cause?: unknown;
}

let driver: Driver | null | undefined;

function load(): Driver | null {
  if (driver !== undefined) return driver;
  try {
    driver = createRequire(import.meta.url)("mongodb") as Driver;
  } catch {
    driver = null;
  }
  return driver;
}

export const hasDriver = (): boolean => load() !== null;

export const driverMissing =
  "a deployment is reached by the package mongodb, which is not installed: install it beside this one, with: npm install mongodb";

/** The limits: a deployment that does not answer delays only its own steps, and not longer than this. */
const limits = {
  serverSelectionTimeoutMS: 4 * second,
  connectTimeoutMS: 4 * second,
  socketTimeoutMS: answerPatience,
  heartbeatFrequencyMS: 2 * second,
  // The commands under way, and one for checks.
  maxPoolSize: atOnce + 1,
  appName: "anteroom",
};

/**
 * The write concern: an answer comes when neither a crash nor a new primary can undo the change; otherwise mongod writes its
 * journal every 100 ms.
 */
const lasting = { writeConcern: { w: "majority", j: true, wtimeout: answerPatience - second } };

export const openMongodb: OpenDeployment = async (url) => {
  const loaded = load();
  if (loaded === null) throw new Away(driverMissing, "DRIVER_MISSING");
  let client: Client;
  try {
    client = new loaded.MongoClient(url, limits);
  } catch (reason) {
    const { name, message } = reason as Error;
    // Some messages repeat the URL.
    const why = message.includes("://") ? name : message;
    throw new Away(`the driver refuses the URL: ${why}`, "URL_REFUSED");
  }
  return {
    async run(command, database = home) {
      const isReading = /Info$|^list/.test(Object.keys(command)[0] ?? "");
      try {
        return await client.db(database).command(isReading ? command : { ...command, ...lasting });
      } catch (reason) {
        throw toFailure(reason as DriverError);
      }
    },
    // The driver first ends its sessions, for which it may look for a server that has gone.
    close: () => Promise.race([client.close(true), sleep(second / 2, undefined, { ref: false })]),
  };
};

/**
 * The codes that are about the server and not the command, so that another try may succeed: it steps down, ends, or refuses the
 * administrator.
 */
const ofServer: ReadonlySet<number> = new Set([
  6, 7, 13, 18, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436,
]);

/** Returns Node's name of a network error; the driver's own errors mean a missing answer, or a broken connection. */
const networkCode = ({ code, cause, message, name }: DriverError): string => {
  if (typeof code === "string") return code;
  // With several servers, the driver reports the message of the first.
  const said = /\bE[A-Z]{4,}\b/.exec(`${message} ${(cause as Error | undefined)?.message ?? ""}`)?.[0];
  return said ?? (/Timeout|timed out/.test(`${name} ${message}`) ? "ETIMEDOUT" : "ECONNRESET");
};

/** Matches errors of the driver itself, which refuses a command that no server would accept. */
const ofDriver = /^(BSONError|BSONOffsetError|BSONRuntimeError|MongoAPIError|MongoInvalidArgumentError)$/;

function toFailure(reason: DriverError): Refused | Away {
  const { name, code, codeName = String(code), message } = reason;
  if (ofDriver.test(name)) return new Refused(message, { code: 0, codeName: name });
  if (name === "MongoWriteConcernError") return new Away(message, "WriteConcernFailed");
  if (name !== "MongoServerError" || typeof code !== "number") return new Away(message, networkCode(reason));
  return ofServer.has(code) ? new Away(message, codeName) : new Refused(message, { code, codeName });
}
