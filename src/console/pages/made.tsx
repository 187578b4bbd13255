// Shows a new secret once, with what it is for; a reload says that it is gone.
import { mediaType } from "../../contract/versions.ts";
import { onceCookie } from "../cookies.ts";
import { Snippets } from "../kit/code.tsx";
import { CopyButton, Heading, LinkButton, Notice } from "../kit/kit.tsx";
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
    const { places } = here;
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
    return {
      title,
      places,
      cookies: [{ name: onceCookie, value: "" }],
      body: (
        <div class="card">
          <Heading title={title} />
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
        </div>
      ),
    };
  },
});

function gone({ words }: Visit, here: Here): View {
  const { made: text } = words.credentials;
  return {
    title: text.goneTitle,
    status: 410,
    places: here.places,
    body: (
      <div class="card">
        <Heading title={text.goneTitle} />
        <p>{text.gone}</p>
        <LinkButton href={`${here.root}/keys`}>{words.layout.back}</LinkButton>
      </div>
    ),
  };
}

/** Public keys, client ids and secrets are of letters, digits, `_` and `-`, which a shell reads as they are. */
function snippetsOf({ origin }: Visit, scope: Scope, { kind, code: id, secret }: Made) {
  const isKey = kind === "keys";
  const path = `/${scope.pick("orgs", "groups")}/${scope.id}`;
  const accept = `--header "Accept: ${mediaType("2023-01-01")}"`;
  const address = `"${origin}/api/atlas/v2${path}"`;
  const curl = "curl --fail-with-body --silent --show-error";
  const variables = isKey
    ? [`MONGODB_ATLAS_PUBLIC_API_KEY=${id}`, `MONGODB_ATLAS_PRIVATE_API_KEY=${secret}`]
    : [`MONGODB_ATLAS_CLIENT_ID=${id}`, `MONGODB_ATLAS_CLIENT_SECRET=${secret}`];
  const command = scope.pick("organizations getOrg --orgId", "projects getGroup --groupId");
  return [
    {
      name: ".env",
      text: [
        `MONGODB_ATLAS_BASE_URL=${origin}/`,
        `MONGODB_ATLAS_OPS_MANAGER_URL=${origin}/`,
        ...variables,
      ].join("\n"),
    },
    {
      name: "curl",
      text: isKey
        ? `${curl} --user "${id}:${secret}" --digest \\\n  ${accept} \\\n  ${address}`
        : [
            `ACCESS_TOKEN=$(${curl} --user "${id}:${secret}" \\`,
            `  --data grant_type=client_credentials "${origin}/api/oauth/token" |`,
            `  grep -o '"access_token": *"[^"]*"' | cut -d '"' -f 4)`,
            `${curl} --header "Authorization: Bearer $ACCESS_TOKEN" \\\n  ${accept} \\\n  ${address}`,
          ].join("\n"),
    },
    {
      name: "atlas CLI",
      text: [
        `export MONGODB_ATLAS_OPS_MANAGER_URL=${origin}/`,
        ...variables.map((each) => `export ${each}`),
        `atlas api ${command} ${scope.id} --version 2023-01-01`,
      ].join("\n"),
    },
    {
      name: "Terraform",
      text: [
        'provider "mongodbatlas" {',
        ...(isKey
          ? [`  base_url    = "${origin}/"`, `  public_key  = "${id}"`, `  private_key = "${secret}"`]
          : [`  base_url      = "${origin}/"`, `  client_id     = "${id}"`, `  client_secret = "${secret}"`]),
        "}",
      ].join("\n"),
    },
  ];
}
