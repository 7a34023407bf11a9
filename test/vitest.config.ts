import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

// Three projects: `unit` runs the sources, `e2e` the built program and the built page (npm test builds them first), `long`
// what takes minutes (npm run test:long).
export default defineConfig({
  root,
  test: {
    // Files drive a browser or spawn builds beside the test itself: more at once only slow each other down.
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/long/**"],
          testTimeout: 20_000,
        },
      },
      ...["e2e", "long"].map((name) => ({
        root,
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What a page shows after a step; a second is too little on a machine that does other things besides.
          expect: { poll: { timeout: 10_000 } },
        },
      })),
    ],
  },
});
