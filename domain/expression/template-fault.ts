/** Why a template or a condition cannot be read or evaluated. The message is one sentence that names what is missing and what to do. */
export class TemplateFault extends Error {
  readonly code = 'template';
  constructor(message: string) {
    super(message);
    this.name = 'TemplateFault';
  }
}
