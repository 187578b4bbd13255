// The package, as in package.json. It is a file of its own, so that the client needs nothing of Node for it.

/** The package's name on npm. The command is `anteroom`, which on npm is the name of another program. */
export const packageName = "atlas-anteroom";
export const version = "0.1.0";
/** The repository, where the guides are read. */
export const repository = "https://github.com/anteroom-dev/anteroom";

/** The User-Agent of the command line when a person chose the operation, as with `anteroom api`. */
export const agent = `anteroom-cli/${version}`;
/**
 * The User-Agent when a command chose the operation, such as `snapshot`: reports leave it out, since users cannot change its
 * calls.
 */
export const ownAgent = `${agent} (own)`;
