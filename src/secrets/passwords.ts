// Passwords of people, kept as argon2id hashes.

/** Memory and rounds are the first choice of OWASP's guidance. Loaded only when there is a password to hash. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import("@node-rs/argon2");
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}
