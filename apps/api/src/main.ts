import { runProgram } from '@cho40/platform';
import { startApi } from './program';

runProgram(startApi);
