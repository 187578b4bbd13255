#!/usr/bin/env node
// Starts the command line.
import { load } from "./load.ts";

void load("main").run();
