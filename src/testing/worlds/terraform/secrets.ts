// Takes the secrets of a state out of a world that is written to a file: a copy through the API has none either.
import type { SeedOrg } from "../../seed/document.ts";
import { type Form, formOf } from "../form.ts";

/** The parts whose secrets a seed may have as answers show them: it mints what stars hide. */
const masked = ["integrations", "alertConfigs", "logIntegrations", "metricIntegrations"];

/** The members that the document marks as secrets, and that answers show even so. */
const shown: Readonly<Record<string, readonly string[]>> = {
  integrations: ["routingKey"],
  streamWorkspaces: ["headers", "tokenEndpointUrl", "url"],
};

type Hide = (secret: string) => string | undefined;

const withStars: Hide = (secret) => secret.replace(/.(?=.{4})/gs, "*");
const nothing: Hide = () => undefined;

/** Returns an organization of a seed without its secrets, and without those of its projects. */
export function withoutSecrets({ groups = [], ...org }: SeedOrg): SeedOrg {
  const without = <Scope extends object>(scope: Scope, path: readonly string[]): Scope =>
    Object.fromEntries(
      Object.entries(scope).map(([name, value]) => {
        const hide = masked.includes(name) ? withStars : nothing;
        return [name, hidden(value, formOf([...path, name]), hide, shown[name])];
      }),
    ) as Scope;
  return { ...without(org, ["SeedOrg"]), groups: groups.map((group) => without(group, ["SeedGroup"])) };
}

function hidden(value: unknown, form: Form | undefined, hide: Hide, kept: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((each) => hidden(each, form?.items ?? form, hide, kept));
  if (form?.writeOnly) return typeof value === "string" ? hide(value) : undefined;
  if (typeof value !== "object" || value === null || form?.properties === undefined) return value;
  const entries = Object.entries(value).map(([name, each]) => {
    return [name, kept.includes(name) ? each : hidden(each, form.properties?.[name], hide, kept)] as const;
  });
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}
