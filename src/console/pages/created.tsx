// Shows a new secret once, with the commands that use it; after a reload the page says that it is no longer shown.
import { mediaType } from "../../core/contract/versions.ts";
import { onceCookie } from "../cookies.ts";
import { cardView } from "../kit/card.tsx";
import { Snippets } from "../kit/code.tsx";
import { CopyButton, LinkButton, Notice } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import type { Outcome, View, Visit } from "../page.ts";
import { type Here, type Scope, scopedPages } from "../scope.ts";
import { addressOf, type Made } from "./credential-kinds.ts";

export const showOnce = async ({ once }: Visit, scope: Scope, made: Made): Promise<Outcome> => ({
  to: `${scope.root}/keys/made`,
  cookies: [await once.carry({ ...made })],
});

export const [orgMade, groupMade] = scopedPages("/keys/made", {
  async show(visit, here) {
    const { once, words } = visit;
    const { made: text, of } = words.credentials;
    const made = (await once.read()) as Made | undefined;
    if (made === undefined) return gone(visit, here);
    const { kind, code, isAnother } = made;
    const names = of[kind];
    const title = isAnother ? text.another : names.made;
    const back = isAnother ? addressOf(here.id, kind, code) : `${here.root}/keys`;
    const shown = [
      { label: names.code, value: code },
      { label: names.secret, value: made.secret },
    ];
    return cardView(
      title,
      <>
        <Notice kind="info">{text.once}</Notice>
        {shown.map(({ label, value }, index) => (
          <div class="field" key={label}>
            <label for={`made-${index}`}>{label}</label>
            <div class="secret">
              <output class="code" id={`made-${index}`}>
                {value}
              </output>
              <CopyButton text={value} label={words.layout.copyOf(label)} />
            </div>
          </div>
        ))}
        {made.until !== null && (
          <p>
            {text.until} <Time at={made.until} />.
          </p>
        )}
        <p>{names.use}</p>
        <Snippets id="use" snippets={snippetsOf(visit, here, made)} />
        <LinkButton href={back} kind="primary">
          {text.back}
        </LinkButton>
      </>,
      { places: here.places, cookies: [{ name: onceCookie, value: "" }] },
    );
  },
});

function gone({ words }: Visit, { root, places }: Here): View {
  const { goneTitle, gone: lead } = words.credentials.made;
  const back = <LinkButton href={`${root}/keys`}>{words.layout.back}</LinkButton>;
  return cardView(goneTitle, back, { lead, status: 410, places });
}

/** Builds the commands. Keys, client ids and secrets have only letters, digits, `_` and `-`, so a shell needs no quotes. */
function snippetsOf({ origin }: Visit, scope: Scope, { kind, code, secret }: Made) {
  const isKey = kind === "keys";
  const accept = `--header "Accept: ${mediaType("2023-01-01")}"`;
  const address = `"${origin}/api/atlas/v2/${scope.pick("orgs", "groups")}/${scope.id}"`;
  const curl = `curl --fail-with-body --silent --show-error`;
  const [id, key] = isKey ? ["PUBLIC_API_KEY", "PRIVATE_API_KEY"] : ["CLIENT_ID", "CLIENT_SECRET"];
  const variables = [`MONGODB_ATLAS_${id}=${code}`, `MONGODB_ATLAS_${key}=${secret}`];
  const command = scope.pick("organizations getOrg --orgId", "projects getGroup --groupId");
  const texts = {
    ".env": [`MONGODB_ATLAS_BASE_URL=${origin}/`, `MONGODB_ATLAS_OPS_MANAGER_URL=${origin}/`, ...variables],
    curl: isKey
      ? [`${curl} --user "${code}:${secret}" --digest \\`, `  ${accept} \\`, `  ${address}`]
      : [
          `ACCESS_TOKEN=$(${curl} --user "${code}:${secret}" \\`,
          `  --data grant_type=client_credentials "${origin}/api/oauth/token" |`,
          `  grep -o '"access_token": *"[^"]*"' | cut -d '"' -f 4)`,
          `${curl} --header "Authorization: Bearer $ACCESS_TOKEN" \\`,
          `  ${accept} \\`,
          `  ${address}`,
        ],
    "atlas CLI": [
      `export MONGODB_ATLAS_OPS_MANAGER_URL=${origin}/`,
      ...variables.map((each) => `export ${each}`),
      `atlas api ${command} ${scope.id} --version 2023-01-01`,
    ],
    Terraform: [
      'provider "mongodbatlas" {',
      ...(isKey
        ? [`  base_url    = "${origin}/"`, `  public_key  = "${code}"`, `  private_key = "${secret}"`]
        : [`  base_url      = "${origin}/"`, `  client_id     = "${code}"`, `  client_secret = "${secret}"`]),
      "}",
    ],
  };
  return Object.entries(texts).map(([name, lines]) => ({ name, text: lines.join("\n") }));
}
