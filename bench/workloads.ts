import { canvas } from './canvas.ts';
import { chain40 } from './chain-40.ts';
import { chain40Js } from './chain-40-js.ts';
import { crash } from './crash.ts';
import { fanOut1000 } from './fan-out-1000.ts';
import { fanOut10000 } from './fan-out-10000.ts';
import { fanOut100000 } from './fan-out-100000.ts';
import type { Workload } from './harness/workload.ts';
import { hop } from './hop.ts';
import { idle } from './idle.ts';
import { javascript } from './javascript.ts';
import { latency } from './latency.ts';
import { longJs } from './long-js.ts';
import { longPython } from './long-python.ts';
import { pageStart } from './page-start.ts';
import { pixel } from './pixel.ts';
import { python } from './python.ts';
import { shell } from './shell.ts';
import { shellParallel } from './shell-parallel.ts';
import { trigger } from './trigger.ts';
import { waiting } from './waiting.ts';

/** Every workload, in the order they run. */
export const workloads: Workload[] = [
  chain40,
  chain40Js,
  longJs,
  longPython,
  hop,
  fanOut1000,
  fanOut10000,
  fanOut100000,
  shell,
  shellParallel,
  javascript,
  python,
  trigger,
  latency,
  crash,
  waiting,
  idle,
  pixel,
  canvas,
  pageStart,
];
