import citiesFanIn from './cities-fan-in.json' with { type: 'json' };
import dailyWeather from './daily-weather.json' with { type: 'json' };
import expenseApproval from './expense-approval.json' with { type: 'json' };
import flakyDelivery from './flaky-delivery.json' with { type: 'json' };
import mapAndReduce from './map-and-reduce.json' with { type: 'json' };
import nightlyWindow from './nightly-window.json' with { type: 'json' };
import retryAndTell from './retry-and-tell.json' with { type: 'json' };
import ticketRouting from './ticket-routing.json' with { type: 'json' };
import weatherEtl from './weather-etl.json' with { type: 'json' };

/** The example workflows as their files stand, in the order they are shown. All run on data that `installExampleData` copies, without a network. */
export const examples: readonly unknown[] = [
  dailyWeather,
  flakyDelivery,
  citiesFanIn,
  weatherEtl,
  mapAndReduce,
  ticketRouting,
  nightlyWindow,
  expenseApproval,
  retryAndTell,
];
/** Those that stand in the list of workflows from the first start; the others wait in the gallery. */
export const installed: ReadonlySet<string> = new Set(['daily-weather', 'flaky-delivery', 'cities-fan-in']);
