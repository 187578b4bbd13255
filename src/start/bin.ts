#!/usr/bin/env node
// Begins the command line.
import { load } from "./load.ts";

void load("main").run();
