/** Whether a text is a template: it holds `{{` or `{%`. `{#` is plain text, so that `${#list}` of a shell stays what it is. */
export const isTemplate = (text: string): boolean => text.includes('{{') || text.includes('{%');
