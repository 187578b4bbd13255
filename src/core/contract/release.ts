// The package, as package.json has it. Alone in its file, so that the client needs nothing of Node for it.

/** What npm installs and programs import. The command is `anteroom`: on npm that name is another program's. */
export const packageName = "atlas-anteroom";
export const version = "0.1.0";
/** Where its guides are read. */
export const repository = "https://github.com/anteroom-dev/anteroom";

/** How the command line names itself where somebody chose the operation, as with `anteroom api`. */
export const agent = `anteroom-cli/${version}`;
/** How it does where a command chose it, such as `snapshot`: reports leave that out, since nobody has to change it. */
export const ownAgent = `${agent} (own)`;
