// The rooms that a server has beside the core and Atlas. To take one out, delete its folder and its line here.
export { databases } from "../databases/room.ts";
