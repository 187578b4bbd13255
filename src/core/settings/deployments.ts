// Reads the MongoDB deployments of clusters. No refusal repeats the input, which may have a password.
import { readFileSync } from "node:fs";
import { deploymentUrlFlaw } from "../domain/deployment-url.ts";
import { Misuse, SettingsError } from "./error.ts";

export interface DeploymentSetting {
  /** The name of its cluster; null for all others. */
  readonly cluster: string | null;
  /** The address; `auto` for one that the server starts itself. */
  readonly url: string;
}

const form = /^(?:([A-Za-z0-9][A-Za-z0-9-]{0,63})=)?((?:mongodb(?:\+srv)?:|@).*|auto)$/s;
const others = "NAME=mongodb://… for clusters of that name, @FILE in the place of a URL, or auto";

/** Reads deployments, separated by white space. */
export function readDeployments(text: string, flag: string): readonly DeploymentSetting[] {
  const all = text
    .split(/\s+/)
    .filter((each) => each !== "")
    .map((each) => readOne(each, flag));
  for (const [index, { cluster }] of all.entries()) {
    if (all.findIndex((each) => each.cluster === cluster) === index) continue;
    throw new Misuse(
      `${flag}: two deployments are for ${cluster === null ? "all clusters" : `clusters of the name ${cluster}`}`,
    );
  }
  return all;
}

function readOne(text: string, flag: string): DeploymentSetting {
  const [, cluster = null, given = ""] = form.exec(text) ?? [];
  const url = given.startsWith("@") ? readUrlFile(given.slice(1), flag) : given;
  const flaw = url === "auto" ? undefined : deploymentUrlFlaw(url);
  if (flaw === undefined) return { cluster, url };
  throw new Misuse(`${flag}: ${flaw}, ${others}`);
}

function readUrlFile(file: string, flag: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? cause.code : cause;
    throw new SettingsError(`${flag}: ${file} cannot be read (${why})`, { cause });
  }
}
