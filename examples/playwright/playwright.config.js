import { defineConfig } from "@playwright/test";

// CHROMIUM names a browser of the system in place of the one that Playwright brings.
export default defineConfig({
  reporter: "line",
  use: { launchOptions: process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] } : {} },
});
