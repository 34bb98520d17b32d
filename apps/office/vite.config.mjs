import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Writes a `.br` beside every text asset, so that the api sends it without compressing twice. */
function compressed() {
  let folder = '';
  return {
    name: 'cho40-compressed',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir;
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue;
        const file = join(folder, name);
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params: quality }));
      }
    },
  };
}

const mantine = (names) => new RegExp(`@mantine/core/esm/components/(${names})/`);

// Libraries change rarely and together. Mantine is one barrel, which the bundler would put whole
// into the first load: what only some pages use is cut out by kind. A group takes along what its
// modules import and no earlier group has, so the ground everything stands on comes first.
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
  { name: 'ground', test: /@mantine\/(hooks|core\/esm\/(core|utils))\// },
  { name: 'ground', test: mantine('Button|ActionIcon|Loader|CloseButton|Skeleton|Group|Stack') },
  { name: 'fields', test: mantine('Input|InputBase|TextInput|InlineInput|Checkbox|Radio|Switch') },
  { name: 'fields', test: /@mantine\/form\// },
  { name: 'numbers', test: mantine('NumberInput') },
  { name: 'pickers', test: mantine('Select|Combobox|Popover|ScrollArea|Menu|Pill|PillsInput') },
  { name: 'dialogs', test: mantine('Modal|ModalBase|Drawer') },
].map((group, at, all) => ({ ...group, priority: all.length - at }));

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), compressed()],
  build: {
    outDir: join(import.meta.dirname, '../../dist/office'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { strictExecutionOrder: false, codeSplitting: { groups } } },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000', '/sign-in': 'http://127.0.0.1:3000' },
  },
});
