import type { Rule } from '../context.ts';

/**
 * Alerts that could never be sent or would never come: `alert.incomplete` (no event, or no connection), `alert.late-after` (an alert about runs that are late does not say from
 * when on), `alert.no-breaker` (warning: it waits for a circuit breaker that the workflow has not), `config.unknown-connection`
 * (warning, where it is known which connections there are).
 */
export const alerts: Rule = function* ({ workflow: { settings }, connections }) {
  for (const [index, { on, lateAfterSec, connection }] of (settings?.alerts ?? []).entries()) {
    const pointer = `/settings/alerts/${index}`;
    if (on.length === 0)
      yield {
        code: 'alert.incomplete',
        level: 'error',
        pointer: `${pointer}/on`,
        message: 'Choose what this alert is about, or remove it.',
      };
    if (connection.trim() === '')
      yield {
        code: 'alert.incomplete',
        level: 'error',
        pointer: `${pointer}/connection`,
        message: 'Choose the mail server or the webhook that this alert goes through, or remove it.',
      };
    if (on.includes('late') && lateAfterSec === undefined)
      yield {
        code: 'alert.late-after',
        level: 'error',
        pointer: `${pointer}/lateAfterSec`,
        message: 'Say after what time a run is late, or take "late" out of this alert.',
      };
    if (on.includes('circuit-open') && settings?.autoPauseAfterFailures === undefined)
      yield {
        code: 'alert.no-breaker',
        level: 'warning',
        pointer: `${pointer}/on`,
        message: 'This workflow has no circuit breaker, so its circuit never opens. Say after how many failed runs it should.',
      };
    if (connection.trim() !== '' && connections !== null && !connections.has(connection.trim()))
      yield {
        code: 'config.unknown-connection',
        level: 'warning',
        pointer: `${pointer}/connection`,
        message: `There is no connection "${connection.trim()}" here. Make it under Connections, or choose another.`,
      };
  }
};
