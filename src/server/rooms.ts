// The rooms of a server other than the core and Atlas. To remove one, delete its folder and its line here.
export { databases } from "../databases/room.ts";
