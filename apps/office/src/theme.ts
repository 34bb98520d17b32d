import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The ink of a jade bracelet: the product's own colour. */
export const jade: MantineColorsTuple = [
  '#eef8f5',
  '#d8eee8',
  '#b1dcd1',
  '#82c6b6',
  '#52ab99',
  '#2c9180',
  '#16796b',
  '#0c6358',
  '#0a4d45',
  '#0b3b36',
];

/** Fired roof tile, for what wants attention without alarm. */
const clay: MantineColorsTuple = [
  '#fdf4ec',
  '#fae4d0',
  '#f4c7a1',
  '#eca66d',
  '#e28a43',
  '#cb6f22',
  '#ae5817',
  '#8f4611',
  '#71380f',
  '#542a0d',
];

// Warm greys: paper, not steel. 6 and 7 are dark enough for words on 0.
const gray: MantineColorsTuple = [
  '#f8f8f5',
  '#f1f1ec',
  '#e6e6df',
  '#d6d7cf',
  '#b8bab1',
  '#8b8e85',
  '#666a62',
  '#4c504a',
  '#343834',
  '#1c211e',
];

const red: MantineColorsTuple = [
  '#fdf1ef',
  '#fadfdb',
  '#f3b9b2',
  '#ea9087',
  '#e0695e',
  '#cf4a3f',
  '#b8352b',
  '#9a2720',
  '#7b201a',
  '#5d1a15',
];

/** Light variants get words of shade 8: Mantine's own choice is too pale for WCAG AA. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'light' && input.variant !== 'subtle') return colors;
  const name = input.color ?? input.theme.primaryColor;
  return { ...colors, color: `var(--mantine-color-${name.split('.')[0]}-8)` };
};

const readablePalette: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': gray[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': red[7],
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': gray[3],
  },
  dark: {},
});

const theme = createTheme({
  primaryColor: 'jade',
  primaryShade: 7,
  autoContrast: true,
  colors: { jade, clay, gray, red },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  radius: { md: '0.5rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  variantColorResolver,
  components: {
    Drawer: { defaultProps: { position: 'right', size: 'md', overlayProps: { opacity: 0.35 } } },
    Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right' } },
  },
});

export const look = { theme, readablePalette };
