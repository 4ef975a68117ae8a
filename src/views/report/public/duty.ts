import { dayBefore, type IsoDate, plus, type Span } from '../../../model/calendar.ts';

/*
 * Equality Act 2010, section 149(1), and the Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017
 * (SI 2017/353): regulation 4, information at intervals of not more than a year beginning with the day it was last
 * published; regulation 5, objectives likewise within four years; regulation 6, open to the public. They are law for
 * every school, whatever its programme.
 */
const INFORMATION: Span = 'P1Y';
const OBJECTIVES: Span = 'P4Y';

/** The last days for the next information and the next objectives, where these are published on a day. */
export function dutyDates(published: IsoDate): { readonly information: IsoDate; readonly objectives: IsoDate } {
  return { information: dayBefore(plus(published, INFORMATION)), objectives: dayBefore(plus(published, OBJECTIVES)) };
}

/** The day a year earlier: what came after it is of the last year. It is compared with dates and not printed. */
export function yearBefore(day: IsoDate): IsoDate {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
}
