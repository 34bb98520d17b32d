import { rmSync } from 'node:fs';
import type { TestServer } from './global-setup';

export default async function stopTestServer(): Promise<void> {
  const { testServer } = globalThis as typeof globalThis & { testServer?: TestServer };
  await testServer?.server.stop();
  if (testServer) rmSync(testServer.folder, { recursive: true, force: true });
}
