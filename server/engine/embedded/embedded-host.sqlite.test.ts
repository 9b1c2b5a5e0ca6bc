import { exercise } from '../host-contract.ts';
import { hostBench } from '../testing/host-bench.ts';

exercise('embedded on SQLite', (script) => hostBench(script), { runs: 6 });
