// Finds the users and roles of a deployment that the store no longer has, in words for `anteroom doctor`.
import { awayInWords } from "../atlas/database-users/rules/waiting.ts";
import { deploymentName } from "../core/domain/deployment-url.ts";
import { Misuse } from "../core/settings/error.ts";
import type { Store } from "../core/store/store.ts";
import { Away, type Deployment, Refused } from "./deployments/deployment.ts";
import { dropLeft, findLeft } from "./deployments/left.ts";
import { openMongodb } from "./deployments/mongodb.ts";

export interface Left {
  readonly status: "ok" | "warn";
  readonly said: string;
  /** The remedy. */
  readonly cure?: string;
}

/** Finds users and roles in a deployment that belong to the store's projects and are unknown to it, as after a restore. */
export async function leftIn(url: string, store: Store, dropsLeft: boolean): Promise<Left> {
  if (url === "auto") {
    throw new Misuse("--deployment auto: name the URL; its server has it in deployment/server.json");
  }
  const name = deploymentName(url);
  let deployment: Deployment | undefined;
  try {
    deployment = await openMongodb(url);
    const left = await findLeft(deployment, store);
    if (left.length === 0) {
      return { status: "ok", said: `nothing in ${name} that the store has forgotten` };
    }
    const names = left.map(({ kind, name, group }) => `${kind.toLowerCase()} ${name} of ${group}`).join(", ");
    if (dropsLeft) await dropLeft(deployment, left);
    if (dropsLeft) return { status: "ok", said: `dropped in ${name}: ${names}` };
    const said = `in ${name}, and forgotten by the store: ${names}`;
    return { status: "warn", said, cure: "the same command with --drop-left drops them" };
  } catch (reason) {
    if (!(reason instanceof Away || reason instanceof Refused)) throw reason;
    const why = reason instanceof Away ? awayInWords(reason.code) : reason.codeName;
    return {
      status: "warn",
      said: `${name} cannot be asked: ${why}`,
      cure: "try again when it is there",
    };
  } finally {
    await deployment?.close();
  }
}
