import citiesFanIn from './cities-fan-in.json' with { type: 'json' };
import dailyWeather from './daily-weather.json' with { type: 'json' };
import flakyDelivery from './flaky-delivery.json' with { type: 'json' };

/** The example workflows as their files stand, in the order they are shown. All run on data that `installExampleData` copies. */
export const examples: readonly unknown[] = [dailyWeather, flakyDelivery, citiesFanIn];
