// Reads the resources of a Terraform configuration or state, for a report without a run.
import { stat } from "node:fs/promises";
import { count } from "../../cli/output.ts";
import { warningsOn } from "../../cli/provider-blocks.ts";
import { stateIn } from "../../cli/terraform-state.ts";
import { UnreadableConfiguration } from "../../code/terraform/blocks.ts";
import {
  type Configuration,
  readConfiguration,
  readConfigurationFile,
} from "../../code/terraform/configuration.ts";
import { UnreadableText } from "../../code/terraform/text.ts";
import { Misuse, SettingsError } from "../../core/settings/error.ts";
import type { Place } from "../report/terraform-endings.ts";

const isOfAtlas = ({ type }: { readonly type: string }): boolean => /^(data\.)?mongodbatlas_/.test(type);

export async function fromTerraform(path: string) {
  const isFolder = path !== "-" && (await stat(path).catch(() => undefined))?.isDirectory();
  if (isFolder || /\.(tf|tofu)$/.test(path)) return fromConfiguration(path, isFolder === true);
  const kept = (await stateIn("--terraform", path, true)).filter(isOfAtlas);
  const file = path === "-" ? "the state" : path;
  const places = kept.map(({ address, type }): Place => ({ address, type, file, line: null }));
  const remarks = [
    `${count(kept.length, "resource or data source", "resources and data sources")} of mongodbatlas read.`,
  ];
  return { calls: [], places, source: file, remarks, isPartial: false };
}

async function fromConfiguration(path: string, isFolder: boolean) {
  const read = isFolder ? readConfiguration(path) : readConfigurationFile(path);
  const { declared, files, providers, unread }: Configuration = await read.catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause instanceof UnreadableText) {
        throw new Misuse(`--terraform ${path}: ${cause.message}`, { cause });
      }
      const isOurs = cause instanceof UnreadableConfiguration || cause.code !== undefined;
      throw isOurs ? new SettingsError(`--terraform ${path}: ${cause.message}`, { cause }) : cause;
    },
  );
  // An empty result must not look like a configuration without findings.
  if (files.length === 0) {
    throw new Misuse(`--terraform ${path}: there is no .tf file in it (.tf.json is not read)`);
  }
  const places = declared.filter(isOfAtlas);
  const remarks = [
    `${count(files.length, "file")} read, with ${count(places.length, "block")} of mongodbatlas.`,
    ...warningsOn(providers),
    ...unread,
  ];
  return { calls: [], places, source: path, remarks, isPartial: unread.length > 0 };
}
