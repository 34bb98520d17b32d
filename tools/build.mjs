// npm run build: installs and builds what is not current, and says so when nothing is to be done.
import { ensureReady } from './ensure.mjs';
import { finish } from './finish.mjs';

await finish(async () => {
  await ensureReady();
  console.log('dist is current');
});
