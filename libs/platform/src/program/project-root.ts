import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project, seen from the sources as well as from dist. */
export function projectRoot(from = __dirname): string {
  if (existsSync(join(from, 'architecture.mjs'))) return from;
  return projectRoot(dirname(from));
}
