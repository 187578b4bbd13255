// `anteroom snapshot --terraform`: writes what a Terraform state holds to a seed, without a server.
import { Misuse } from "../core/settings/error.ts";
import { checkSeed, SeedError } from "../testing/seed/document.ts";
import { readWorldOfState } from "../testing/worlds/terraform/read-state.ts";
import { withoutSecrets } from "../testing/worlds/terraform/secrets.ts";
import { say } from "./output.ts";
import { stateIn } from "./terraform-state.ts";
import { incompleteCode, keepSnapshot } from "./worlds.ts";

/** Writes the seed; returns the exit code: 3 if something of the state is not in it. */
export async function snapshotOfState(
  file: string,
  output: string | undefined,
  quiet = false,
): Promise<number> {
  const { seed, unread } = readWorldOfState(await stateIn("--terraform", file));
  if (seed.orgs.length === 0) {
    throw new Misuse(`--terraform ${file}: it has no resource of the provider mongodbatlas`);
  }
  const named = seed.orgs.map(({ id, name }) => `${name} (${id})`).join(", ");
  const title = `${named}, as a Terraform state has it. Neither secrets nor what Terraform does not manage are in it.`;
  const mirror = { seed: { ...seed, orgs: seed.orgs.map(withoutSecrets) }, unread };
  const code = await keepSnapshot(mirror, title, output, quiet ? () => {} : say);
  return isAccepted(mirror.seed) ? code : incompleteCode;
}

/** Reports whether a seed can be planted, and says what to edit if not. */
function isAccepted(seed: object): boolean {
  try {
    checkSeed(seed);
    return true;
  } catch (reason) {
    if (!(reason instanceof SeedError)) throw reason;
    say(`anteroom: edit the file before you use it. ${reason.message}`);
    return false;
  }
}
