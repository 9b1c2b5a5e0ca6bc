/** A value that is not there: it may be asked for with `default` or `is defined`; any other use is an error that names it. */
export class Missing {
  constructor(
    /** As it is written: `tasks.count.output.rows`. */
    readonly path: string,
    /** What to do, as a sentence. */
    readonly hint: string,
  ) {}
}
