import type { SpawnerMessage } from './protocol.ts';

/** The engine stores no start sooner than this by itself (process-attempt.ts), so it need not hear of it sooner. */
const startedWithinMs = 5;

/**
 * Says messages in their order. That an attempt has started waits a moment for what follows: a short program is told with its
 * start and its end by one message, for which the engine wakes up once, and not beside the program that was just begun.
 */
export class Teller {
  private held = '';
  private timer: NodeJS.Timeout | null = null;

  /** `write`: takes whole lines. */
  constructor(private readonly write: (lines: string) => void) {}

  tell(message: SpawnerMessage): void {
    this.held += `${JSON.stringify(message)}\n`;
    if (message.type === 'started') this.timer ??= setTimeout(() => this.flush(), startedWithinMs);
    else this.flush();
  }

  /** Whoever is told from now on was told nothing: what is held is no business of theirs, and asked for anew. */
  drop(): void {
    this.held = '';
    this.rest();
  }

  private flush(): void {
    this.rest();
    const lines = this.held;
    this.held = '';
    this.write(lines);
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
