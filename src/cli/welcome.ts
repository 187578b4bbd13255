// Prints what the person who started dev or seed needs: credentials, a first call, and the certificate to trust.
import { shellWord } from "../core/domain/quoting.ts";
import { print } from "../core/log.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import { mintedFiles } from "../core/tls/open.ts";
import { type DemoCredentials, demoGroupId, demoUsername } from "../testing/seed/demo.ts";
import type { SeedDocument } from "../testing/seed/document.ts";
import type { PlantedCredentials } from "../testing/seed/planted.ts";

/** Returns the certificate that clients must trust; null if they trust the server anyway. */
export const authorityOf = ({ tls }: Settings): string | null =>
  tls?.kind === "minted" && tls.folder !== null ? mintedFiles(tls.folder).cert : null;

/** Prints the demonstration's credentials. `file` is where they are kept; null if they end with the process. */
export function printDemo(
  url: string,
  { apiKey, serviceAccount, owner }: DemoCredentials,
  { file, authority }: { readonly file: string | null; readonly authority: string | null },
): void {
  const groupPath = `${url}/api/atlas/v2/groups/${demoGroupId}`;
  const keptIn = file === null ? "kept nowhere: they end with this process" : `kept in ${file}`;
  const call = (version: string, request: string, body: string): string =>
    [
      `curl --include --user "${apiKey.publicKey}:${apiKey.privateKey}" --digest`,
      ...(authority === null ? [] : [`  --cacert ${shellWord(authority)}`]),
      `  --header "Accept: application/vnd.atlas.${version}+json"`,
      '  --header "Content-Type: application/json"',
      `  -X ${request}`,
      `  -d '${body}'`,
    ].join(" \\\n");
  print(`
Demonstration credentials, ${keptIn}
  API key          ${apiKey.publicKey}  ${apiKey.privateKey}
  service account  ${serviceAccount.clientId}  ${serviceAccount.clientSecret}
  console          ${url}/  ${owner.username}  ${owner.password}

Change the roles of a pending project invitation (updateGroupInvites); paste this:

${call(
  "2023-01-01",
  `PATCH "${groupPath}/invites"`,
  `{"roles": ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"], "username": "${demoUsername}"}`,
)}

Atlas ends this operation on 1 July 2027. Its successor is addGroupUsers, which invites a person with roles:

${call(
  "2025-02-19",
  `POST "${groupPath}/users"`,
  '{"roles": ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"], "username": "new@example.com"}',
)}
`);
}

export function printTrust(authority: string): void {
  print(`
This server's certificate vouches for itself; tell clients to trust it:
  curl                       --cacert ${shellWord(authority)}
  Node                       NODE_EXTRA_CA_CERTS=${shellWord(authority)}
  Go, Terraform, atlas CLI   SSL_CERT_FILE=${shellWord(authority)}
  Python                     REQUESTS_CA_BUNDLE=${shellWord(authority)} (httpx: SSL_CERT_FILE)
With the last two a program may trust nothing else; on macOS and Windows, Go reads the store of the system instead.
`);
}

export function printCredentials({ apiKeys, serviceAccounts }: PlantedCredentials): void {
  if (apiKeys.length + serviceAccounts.length === 0) return;
  print("\nCredentials; a secret that was minted cannot be shown again:");
  for (const { publicKey, privateKey } of apiKeys) print(`  API key          ${publicKey}  ${privateKey}`);
  for (const { clientId, clientSecret } of serviceAccounts) {
    print(`  service account  ${clientId}  ${clientSecret}`);
  }
}

const mostProjects = 10;

/** Returns the organizations and projects of the seed by name and id, as the store has them. */
export const placesIn = (store: Pick<Store, "read">, { orgs }: SeedDocument) =>
  store.read(async (tx) => {
    const places = [];
    for (const { name, groups = [] } of orgs) {
      const [org] = await tx.orgs.named(name);
      if (org === undefined) continue;
      const projects = [];
      for (const each of groups) {
        const group = await tx.groups.named(org.id, each.name);
        if (group !== undefined) projects.push({ id: group.id, name: group.name });
      }
      places.push({ id: org.id, name: org.name, projects });
    }
    return places;
  });

/** Prints the ids of the first organization of the seed and of its first projects, for shells and the Action. */
export async function printWorld(store: Store, { orgs: [first] }: SeedDocument): Promise<void> {
  if (first === undefined) return;
  const shown = { ...first, groups: first.groups?.slice(0, mostProjects) ?? [] };
  const [org] = await placesIn(store, { orgs: [shown] });
  if (org === undefined) return;
  print(`\nThe world:\n  organization     ${org.id}  ${org.name}`);
  for (const { id, name } of org.projects) print(`  project          ${id}  ${name}`);
  print("");
}
