// The package, as package.json has it. Alone in its file, so that the client needs nothing of Node for it.

/** The package's name on npm. The command is `anteroom`: on npm that name is another program's. */
export const packageName = "atlas-anteroom";
export const version = "0.1.0";
/** The repository, where the guides are read. */
export const repository = "https://github.com/anteroom-dev/anteroom";

/** The User-Agent of the command line when a person chose the operation, as with `anteroom api`. */
export const agent = `anteroom-cli/${version}`;
/** The User-Agent when a command chose it, such as `snapshot`: reports leave that out, since nobody has to change it. */
export const ownAgent = `${agent} (own)`;
