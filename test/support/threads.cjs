// A thread of the program loads its sources as jest does for the program itself.
process.execArgv.push('--require', require.resolve('./thread-sources.cjs'));
