import type { Extension } from '@codemirror/state';
import type { CodeLanguage } from './code-editor.tsx';

/** Loads the grammar of a language; text and conditions need none. */
export async function loadLanguage(language: CodeLanguage): Promise<Extension> {
  switch (language) {
    case 'sql':
      return (await import('@codemirror/lang-sql')).sql();
    case 'python':
      return (await import('@codemirror/lang-python')).python();
    case 'javascript':
      return (await import('@codemirror/lang-javascript')).javascript();
    case 'json':
      return (await import('@codemirror/lang-json')).json();
    case 'shell': {
      const [{ StreamLanguage }, { shell }] = await Promise.all([
        import('@codemirror/language'),
        import('@codemirror/legacy-modes/mode/shell'),
      ]);
      return StreamLanguage.define(shell);
    }
    case 'cel':
    case 'text':
      return [];
  }
}
