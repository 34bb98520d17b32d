// A thread of the program loads its sources as jest does for the program itself. (The process outlives
// the suite.)
const sources = require.resolve('./thread-sources.cjs');
if (!process.execArgv.includes(sources)) process.execArgv.push('--require', sources);
