import { Worker } from 'node:worker_threads';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { ConditionFault } from '#domain/expression/condition-fault.ts';
import { evaluateCondition } from '#domain/expression/evaluate-condition.ts';
import { CodedFailure } from '#operators/runner.ts';
import type { ConditionAnswer, ConditionAsked } from './condition.worker.ts';
import { isQuick } from './is-quick.ts';

/** How long a condition may take; the second number is the last chance, for a machine that was busy with something else. */
const leashesMs = [50, 500] as const;

interface Asked extends ConditionAsked {
  tries: number;
  resolve(value: Json): void;
  reject(error: Error): void;
}

/**
 * Evaluates conditions in a thread of their own, one after the other. One that takes too long is ended with its thread
 * (trust.md R1, R14); the next gets a new one. The thread starts with the first condition that needs it: one whose work is
 * bounded by what it says and reads (`isQuick`) is evaluated here.
 */
export class Conditions {
  private worker: Worker | null = null;
  private ready = false;
  private current: Asked | null = null;
  private timer: NodeJS.Timeout | null = null;
  private readonly queue: Asked[] = [];

  /** `program`: the bundled condition worker. */
  constructor(private readonly program: string) {}

  /** Gives the value of a condition, at once when it is quick; throws, or rejects with, CodedFailure `condition` and a sentence. */
  evaluate(condition: string, scope: JsonObject): Json | Promise<Json> {
    if (isQuick(condition, scope)) return evaluateHere(condition, scope);
    return new Promise((resolve, reject) => {
      this.queue.push({ condition, scope, tries: 0, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    const asked = this.current ? [this.current, ...this.queue] : [...this.queue];
    this.queue.length = 0;
    this.current = null;
    if (this.timer) clearTimeout(this.timer);
    await this.drop();
    for (const { reject } of asked) reject(new CodedFailure('condition', 'The engine stops; the condition was not evaluated.'));
  }

  private next(): void {
    if (this.current || this.queue.length === 0) return;
    this.worker ??= this.start();
    if (!this.ready) return;
    this.current = this.queue.shift()!;
    const { condition, scope } = this.current;
    this.worker.ref();
    this.worker.postMessage({ condition, scope } satisfies ConditionAsked);
    this.timer = setTimeout(() => this.tooLong(), leashesMs[this.current.tries]);
  }

  private start(): Worker {
    const worker = new Worker(this.program, { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64 } });
    worker.on('message', (message: ConditionAnswer) => {
      if (worker === this.worker) this.heard(message);
    });
    // Out of memory, or the program is missing: the condition that was evaluated, or the first that waits, is told.
    worker.on('error', (error) => {
      if (worker !== this.worker) return;
      this.worker = null;
      this.ready = false;
      this.settle((asked) =>
        asked.reject(new CodedFailure('condition', `The condition could not be evaluated: ${error.message}`)),
      );
    });
    return worker;
  }

  private heard(message: ConditionAnswer): void {
    if (message.type === 'ready') {
      this.ready = true;
      this.worker?.unref();
      this.next();
    } else if (message.type === 'value') this.settle((asked) => asked.resolve(message.value));
    else this.settle((asked) => asked.reject(new CodedFailure('condition', message.message)));
  }

  private tooLong(): void {
    const asked = this.current;
    void this.drop();
    if (asked && asked.tries + 1 < leashesMs.length) {
      this.current = null;
      this.queue.unshift({ ...asked, tries: asked.tries + 1 });
      this.next();
      return;
    }
    this.settle(({ reject, condition }) =>
      reject(new CodedFailure('condition', `The condition takes too long: ${condition.slice(0, 80)}. Make it simpler.`, 'never')),
    );
  }

  private settle(tell: (asked: Asked) => void): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const asked = this.current ?? this.queue.shift();
    this.current = null;
    if (this.ready) this.worker?.unref();
    if (asked) tell(asked);
    this.next();
  }

  private async drop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    this.ready = false;
    await worker?.terminate();
  }
}

function evaluateHere(condition: string, scope: JsonObject): Json {
  try {
    return evaluateCondition(condition, scope);
  } catch (error) {
    if (error instanceof ConditionFault) throw new CodedFailure('condition', error.message);
    throw error;
  }
}
