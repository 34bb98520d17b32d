// Pulls plugs, in a process of its own: each line of its input is a process and a patience, "PID MS".
// It prints the number of each process that it has ended with kill -9, or 0 for one that was gone.
import { createInterface } from 'node:readline';

for await (const line of createInterface({ input: process.stdin })) {
  const [pid, patienceMs] = line.split(' ').map(Number);
  await new Promise((go) => setTimeout(go, patienceMs));
  process.stdout.write(`${kill(pid) ? pid : 0}\n`);
}

function kill(pid) {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
