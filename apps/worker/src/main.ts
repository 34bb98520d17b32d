import { runProgram } from '@cho40/platform';
import { startWorker } from './program';

runProgram(startWorker);
