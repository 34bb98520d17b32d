import type { Messages } from '../vi';

export const shares: Messages['shares'] = {
  title: 'Share of cashless payments',
  subtitle:
    'Of the market money received. Every figure has its numerator, denominator and what is not known; numerators and denominators are added, percentages never averaged.',
  noData: 'No figures for this month',
  noDataHint: 'The share appears when a market records money in the month. Choose another month.',
  cut: 'Borders',
  cutValue: { is: 'As they are now', was: 'As they were then' },
  by: 'By',
  byValue: { district: 'Former district', commune: 'Commune', market: 'Market' },
  tilesTitle: { district: 'By former district', commune: 'By commune', market: 'By market' },
  tilesHint:
    'Darker is a higher share. A range appears while money without a name leaves room. Open a tile to see its markets.',
  byValueTile: 'By value',
  byCountTile: 'By lease-months',
  collectionTile: 'Received of what was billed',
  unknownTile: 'Not known',
  unknownNote: 'unmatched {unmatched} · not handed in {inHand}',
  reportingTile: 'Markets that report',
  ofLeases: '{numerator} of {denominator}',
  provisionalWhy: 'Not every day is proven yet, or less than 80 % is collected.',
  trendTitle: 'Trend of 18 months',
  trendHint: 'The pale band is the room that unmatched money leaves. Compare up to four units.',
  compare: 'Compare with',
  leaveOut: 'Take {name} out of the chart',
  whole: 'Everything',
  tableTitle: 'Table of figures',
  within: 'Markets of {name}',
  everywhere: 'See the whole province',
  unit: 'Unit',
  share: 'Share',
  cashless: 'Cashless',
  all: 'All received',
  count: 'Lease-months',
  collection: 'Collected',
  unmatched: 'Unmatched',
  inHand: 'Not handed in',
  state: 'State',
  notKnown: 'Not known',
  definitions: 'How it is computed',
  definition: {
    byValue:
      'By value (indicator 1): market money that arrived in the bank account, divided by all market money received by bank and in cash. Cash that the board banks later stays cash.',
    interval:
      'The range: its low end counts unmatched money as not cashless, its high end counts it as cashless.',
    byCount:
      'By lease-months (indicator 2): leases that paid mostly through the account in the month, divided by the leases that paid.',
    collection:
      'Collected (indicator 9): money of this month’s bills received by the end of the next month, divided by what was billed.',
    unknown:
      'Not known (indicator 10): money in the account that nobody is named for, and cash that collectors have not handed in.',
    final:
      'Provisional until a statement proves every day of the month and at least 80 % is collected.',
    cut: 'The former district is a fixed label of the market. Commune and province are those of the business date or those of today; both add up to the same total.',
  },
};
